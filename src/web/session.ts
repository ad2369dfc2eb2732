import { createStore } from './store.ts';

type Waiting = { settled: Promise<void>; resume: () => void; abandon: (reason: unknown) => void };

/** Set while a request waits for its person to sign in again. The dialog in the shell ends it. */
export const sessionEndStore = createStore<Waiting | undefined>(undefined);

/**
 * Waits until the same person has signed in again in place. All requests that found the session ended wait for the one dialog,
 * then run again; what was typed stays on screen meanwhile.
 */
export function signedInAgain(): Promise<void> {
  const waiting = sessionEndStore.get();
  if (waiting) return waiting.settled;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const end = () => sessionEndStore.set(undefined);
  sessionEndStore.set({
    settled: promise,
    resume: () => {
      end();
      resolve();
    },
    abandon: (reason) => {
      end();
      reject(reason);
    },
  });
  return promise;
}
