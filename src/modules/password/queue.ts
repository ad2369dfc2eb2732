/** Runs jobs in the order in which they came, so many at a time; refuses further ones when too many wait. */
export type Queue = { run<Result>(job: () => Promise<Result>): Promise<Result> };

export function createQueue({ running, waiting, full }: { running: number; waiting: number; full: () => Error }): Queue {
  const line: (() => void)[] = [];
  let free = running;

  async function turn(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (line.length >= waiting) throw full();
    await new Promise<void>((resolve) => line.push(resolve));
  }

  return {
    async run(job) {
      await turn();
      try {
        return await job();
      } finally {
        // The place is handed on without ever being free, so that nobody who comes now passes those who wait.
        const next = line.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
