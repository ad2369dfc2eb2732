import { languageOf, type Variant } from './phrases.ts';

/** „21.11.2026, 14:05 Uhr (MEZ)“, “21 November 2026, 14:05 (CET)”: an instant for people, in a time zone (IANA name) that is named. */
export function formatInstant(instant: Date, timeZone: string, variant: Variant): string {
  const english = languageOf(variant) === 'en';
  const locale = english ? 'en-GB' : 'de-DE';
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: english ? 'numeric' : '2-digit',
    month: english ? 'long' : '2-digit',
    year: 'numeric',
  }).format(instant);
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
  return `${day}, ${time}${english ? '' : ' Uhr'} (${zoneName(instant, timeZone, locale)})`;
}

const zoneName = (instant: Date, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(instant).find(({ type }) => type === 'timeZoneName')
    ?.value ?? timeZone;
