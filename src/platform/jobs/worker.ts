import type { Log } from '../log.ts';

/** A loop that works while there is work, then waits to be woken or for its poll. `run` answers whether there may be more. */
export type Worker = {
  start(): void;
  /** Something was left for this worker in a transaction that has been committed. */
  wake(): void;
  /** Works until nothing is left; for tests and for the command line. */
  drain(): Promise<void>;
  /** Lets the current round finish and takes no further one. */
  stop(): Promise<void>;
};

/** Starts nothing by itself. An error in a round is logged and tried again at the next poll; it never ends the loop. */
export function createWorker({
  name,
  run,
  log,
  pollMilliseconds,
}: {
  name: string;
  run: () => Promise<boolean>;
  log: Log;
  pollMilliseconds: number;
}): Worker {
  let stopped = false;
  let awake = false;
  let loop: Promise<void> | undefined;
  let interrupt: () => void = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMilliseconds);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function round(): Promise<boolean> {
    try {
      return await run();
    } catch (error) {
      log.error({ err: error, worker: name }, 'a round of this worker failed');
      return false;
    }
  }

  async function work() {
    while (!stopped) {
      awake = false;
      const more = await round();
      if (!stopped && !more && !awake) await pause();
    }
  }

  return {
    start() {
      loop ??= work();
    },
    wake() {
      awake = true;
      interrupt();
    },
    async drain() {
      while (await run());
    },
    async stop() {
      stopped = true;
      interrupt();
      await loop;
    },
  };
}
