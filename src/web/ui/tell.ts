import { notifications } from '@mantine/notifications';
import type { Problem } from '../../platform/http/contract.ts';
import { languageStore } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

/** The closing button of a notification has a name, too. */
export const closeButton = () => ({ closeButtonProps: { 'aria-label': shellPhrases(languageStore.get())('close') } });

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
