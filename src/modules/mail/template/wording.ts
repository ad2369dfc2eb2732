import { formatInstant } from '../../../platform/instant.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { MailPerson } from '../mail.ts';

/**
 * One line of text for a mail: no line breaks, no control characters, none of the signs that turn the direction of writing (RFC 5322 2.2, Unicode TR 36).
 * Whatever comes from people passes here before it can reach a header.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    // Last, because signs that were kept apart until here may now belong together.
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();

/** At most so many characters; a sign of two code units is never cut in half. */
export const shortened = (text: string, most: number): string => (text.length > most ? [...text].slice(0, most).join('') : text);

/** „Dr. Anna Müller“. */
export const fullName = ({ title, firstName, lastName }: MailPerson): string =>
  oneLine([title, firstName, lastName].filter(Boolean).join(' '));

/** „Anna Müller“, as it stands in the To header. */
export const recipientName = ({ firstName, lastName }: MailPerson): string => shortened(oneLine(`${firstName} ${lastName}`), 200);

/** The line that works for every person: „Guten Tag Frau Dr. Müller“, „Hallo Anna“, without salutation „Guten Tag Anna Müller“. No comma. */
export function salutationLine(person: MailPerson, variant: Variant): string {
  const { salutation, title, firstName, lastName } = person;
  if (variant === 'de-DU') return oneLine(`Hallo ${firstName || lastName}`);
  if (!salutation) return oneLine(`${variant === 'en' ? 'Hello' : 'Guten Tag'} ${fullName(person)}`);
  if (variant === 'de') return oneLine(`Guten Tag ${salutation === 'frau' ? 'Frau' : 'Herr'} ${title ?? ''} ${lastName}`);
  return oneLine(`Dear ${title || (salutation === 'frau' ? 'Ms' : 'Mr')} ${lastName}`);
}

/** „bis Montag, 23.11.2026, 14:05 Uhr (MEZ)“, in the given time zone (IANA name). */
export const validUntil = (instant: Date, timeZone: string, variant: Variant): string =>
  `${variant === 'en' ? 'until' : 'bis'} ${formatInstant(instant, timeZone, variant, { weekday: true })}`;

/** „Freitag, 27.11.2026“, “Friday, 27 November 2026”: a calendar day (`YYYY-MM-DD`), which is the same in every time zone. */
export const dayWords = (day: string, variant: Variant): string =>
  formatInstant(new Date(`${day}T12:00:00Z`), 'UTC', variant, { weekday: true, zone: false }).replace(/, 12:00( Uhr)?$/, '');

/** The calendar day before a day (`YYYY-MM-DD`). */
export const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** When a calendar day (`YYYY-MM-DD`) begins in a time zone (IANA name): at 00:00, or at the first moment after it where clocks skip midnight. */
export function beginningOf(day: string, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shownAt = (at: number): number => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  const wanted = Date.parse(`${day}T00:00:00Z`);
  const hour = 3_600_000;
  // Clocks change by whole quarters of an hour, and no zone is further than 14 hours from UTC.
  let at = wanted - 15 * hour;
  while (shownAt(at) < wanted) at += hour / 4;
  return new Date(at);
}
