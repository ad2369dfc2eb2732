import { notifications, notificationsStore } from '@mantine/notifications';
import type { Problem } from '../../platform/http/contract.ts';
import { languageStore } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

const short = 6_000;
/** Time to read two sentences and to take them in, because something has to be done about them. */
const long = 15_000;
const forUndo = 10_000;

/**
 * What every message in the corner has: it goes by itself, but not while the pointer or the focus is on it; its closing button has a name.
 * No message stays for ever: what remains true stands on a page.
 */
export function fleeting(id: string, milliseconds: number) {
  return {
    id,
    autoClose: milliseconds,
    closeButtonProps: { 'aria-label': shellPhrases(languageStore.get())('close') },
    onFocusCapture: () => keepOpen(id, false),
    onBlurCapture: () => keepOpen(id, milliseconds),
  };
}

/** Begins anew to count once the focus has left. The message stays where it is among the others. */
const keepOpen = (id: string, autoClose: number | false): void =>
  notifications.updateState(notificationsStore, (messages) =>
    messages.map((message) => (message.id === id ? { ...message, autoClose } : message)),
  );

let count = 0;
const newId = () => `told-${++count}`;
const savedId = 'saved';

/** Says in passing that a form was saved; one such message at a time. */
export const tellSaved = (message: string): void => {
  hushSaved();
  notifications.show({ message, ...fleeting(savedId, short) });
};

/** Takes the message about the last save away, because the next one has begun. */
export const hushSaved = (): void => {
  notifications.hide(savedId);
};

/** Says in passing that something was done. */
export const tell = (message: string): void => {
  notifications.show({ message, ...fleeting(newId(), short) });
};

/** Says in passing what takes longer to read. */
export const tellAtLength = (message: string): void => {
  notifications.show({ message, ...fleeting(newId(), long) });
};

/** Says what went wrong. */
export const tellProblem = (problem: Problem): void => {
  notifications.show({ message: problem.detail, color: 'red.9', role: 'alert', ...fleeting(newId(), long) });
};

/** For a message with a button that takes back what was done. */
export const undoable = () => fleeting(newId(), forUndo);
