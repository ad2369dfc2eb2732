import type { MailSetting } from './mail-setting.ts';

type Pause = Pick<NonNullable<MailSetting['pause']>, 'nextTryAt' | 'cause'>;

/** How things stood at one look, at least `at` milliseconds after the try was asked for. */
export type Look = { at: number; pause: Pause | null };

export type TryEnding = { ended: 'works' } | { ended: 'fails'; cause: string } | { ended: 'not-yet' };

/** So long, in milliseconds, a try that has begun is waited for before its pause counts as prolonged for good. */
const longTry = 15_000;

/**
 * How „Jetzt versuchen“ ended, from one look after the other. A try that begins prolongs the pause, and one that fails prolongs it once more; one that
 * succeeds ends it. `asked`: the next try as it stood once ours had been asked for.
 */
export function tryEndingOf(asked: string, looks: readonly Look[]): TryEnding {
  const last = looks.at(-1);
  if (!last) return { ended: 'not-yet' };
  if (!last.pause) return { ended: 'works' };
  const begun = looks.filter(({ pause }) => pause && pause.nextTryAt > asked);
  const prolonged = new Set(begun.map(({ pause }) => pause?.nextTryAt)).size;
  const since = last.at - (begun[0]?.at ?? last.at);
  return prolonged > 1 || since >= longTry ? { ended: 'fails', cause: last.pause.cause } : { ended: 'not-yet' };
}
