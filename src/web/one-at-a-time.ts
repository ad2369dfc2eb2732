/**
 * Runs a task unless the one before is still running; then nothing happens. Says no at once, without waiting for a screen to be drawn again: two clicks can
 * come sooner than that, and a form must not be sent twice.
 */
export function oneAtATime(): (task: () => Promise<unknown>) => Promise<void> {
  let isRunning = false;
  return async (task) => {
    if (isRunning) return;
    isRunning = true;
    try {
      await task();
    } finally {
      isRunning = false;
    }
  };
}
