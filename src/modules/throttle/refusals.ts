import type { Phrase } from '../../platform/phrases.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The same refusal for each length of time, because a number and its unit are one phrase in every language. */
const sentences = {
  second: {
    de: 'Zu viele Versuche. Bitte in einer Sekunde noch einmal versuchen.',
    du: 'Zu viele Versuche. Bitte versuche es in einer Sekunde noch einmal.',
    en: 'Too many tries. Please try again in a second.',
  },
  seconds: {
    de: 'Zu viele Versuche. Bitte in {count} Sekunden noch einmal versuchen.',
    du: 'Zu viele Versuche. Bitte versuche es in {count} Sekunden noch einmal.',
    en: 'Too many tries. Please try again in {count} seconds.',
  },
  minutes: {
    de: 'Zu viele Versuche. Bitte in {count} Minuten noch einmal versuchen.',
    du: 'Zu viele Versuche. Bitte versuche es in {count} Minuten noch einmal.',
    en: 'Too many tries. Please try again in {count} minutes.',
  },
} satisfies Record<string, Phrase>;

/** „Too many tries“, with the time to wait in words and for `Retry-After`. */
export function refuseToHurry(waitSeconds: number): Refusal {
  const inMinutes = waitSeconds > 90;
  const count = inMinutes ? Math.ceil(waitSeconds / 60) : waitSeconds;
  const phrase = inMinutes ? sentences.minutes : count === 1 ? sentences.second : sentences.seconds;
  return new Refusal('throttle.slow-down', { kind: 'too-many', ...phrase }, { values: { count }, retryAfterSeconds: waitSeconds });
}
