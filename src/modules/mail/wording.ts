import type { Variant } from '../../platform/phrases.ts';

/** „21.11.2026, 14:05 Uhr“ · “21 November 2026, 14:05”, in the given time zone. */
export function momentInWords(instant: Date, timeZone: string, variant: Variant): string {
  const english = variant === 'en';
  const written = new Intl.DateTimeFormat(english ? 'en-GB' : 'de-DE', {
    timeZone,
    day: english ? 'numeric' : '2-digit',
    month: english ? 'long' : '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return english ? written.replace(' at ', ', ') : `${written} Uhr`;
}
