import { notifications } from '@mantine/notifications';
import type { Problem } from '../../platform/http/contract.ts';
import { languageStore } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

/** The closing button of a notification has a name, too. */
export const closeButton = () => ({ closeButtonProps: { 'aria-label': shellPhrases(languageStore.get())('close') } });

const savedId = 'saved';

/** Says in passing that a form was saved; one such message at a time. */
export const tellSaved = (message: string): void => {
  hushSaved();
  notifications.show({ id: savedId, message, autoClose: 6_000, ...closeButton() });
};

/** Takes the message about the last save away, because the next one has begun. */
export const hushSaved = (): void => {
  notifications.hide(savedId);
};

/** Says in passing that something was done. */
export const tell = (message: string): void => {
  notifications.show({ message, autoClose: 6_000, ...closeButton() });
};

/** Says what stays true until somebody has read it. */
export const tellLasting = (message: string): void => {
  notifications.show({ message, autoClose: false, ...closeButton() });
};

/** Says what went wrong and stays until it is closed. */
export const tellProblem = (problem: Problem): void => {
  notifications.show({ message: problem.detail, color: 'red.9', autoClose: false, role: 'alert', ...closeButton() });
};
