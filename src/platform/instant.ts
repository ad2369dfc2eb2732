import { languageOf, type Variant } from './phrases.ts';

/** What stands beside day and time: the weekday („Montag, …“), and the short name of the zone, which is there unless it is left out. */
export type InstantParts = { weekday?: boolean; zone?: boolean };

/** „21.11.2026, 14:05 Uhr (MEZ)“, “21 November 2026, 14:05 (CET)”: an instant for people, in a time zone (IANA name). */
export function formatInstant(
  instant: Date,
  timeZone: string,
  variant: Variant,
  { weekday = false, zone = true }: InstantParts = {},
): string {
  const english = languageOf(variant) === 'en';
  const parts = new Intl.DateTimeFormat(english ? 'en-GB' : 'de-DE', {
    timeZone,
    weekday: 'long',
    day: english ? 'numeric' : '2-digit',
    month: english ? 'long' : '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? '';

  const day = [part('day'), part('month'), part('year')].join(english ? ' ' : '.');
  const time = `${part('hour')}:${part('minute')}${english ? '' : ' Uhr'}`;
  return `${weekday ? `${part('weekday')}, ` : ''}${day}, ${time}${zone ? ` (${part('timeZoneName')})` : ''}`;
}
