import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer, or until the deadline. For things outside this process that tell nobody when they are done.
 * A deadline that passes gives `undefined`.
 */
export async function until<Answer>(
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  { withinMillis, everyMillis = 15 }: { withinMillis: number; everyMillis?: number },
): Promise<Answer | undefined> {
  const deadline = performance.now() + withinMillis;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() >= deadline) return undefined;
    await pause(everyMillis);
  }
}
