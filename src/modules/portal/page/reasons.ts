import type { Phrase } from '../../../platform/phrases.ts';
import type { FieldRefusal } from '../../../platform/refusal.ts';
import type { NotedFault } from './notice.ts';

/**
 * Why something that was typed was refused, where the rules stand above the field already: the reason alone, so that nobody reads a rule three times.
 * By code, so that a page can say it after a redirect.
 */
const reasons: Readonly<Record<string, Phrase>> = {
  'field.required': { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  'field.too-long': { de: 'Höchstens {maximum} Zeichen.', en: 'At most {maximum} characters.' },
  'password.too-short': { de: 'Das Passwort ist zu kurz.', en: 'The password is too short.' },
  'password.too-long': {
    de: 'Das Passwort ist zu lang: Möglich sind {maximum} Zeichen.',
    en: 'The password is too long: at most {maximum} characters are possible.',
  },
  'password.malformed': {
    de: 'Das Passwort enthält Zeichen, die sich nicht eintippen lassen.',
    en: 'The password contains characters that cannot be typed.',
  },
  'password.too-common': {
    de: 'Dieses Passwort gehört zu denen, die Angreifer zuerst ausprobieren.',
    en: 'This password is one of those that attackers try first.',
  },
  'password.contains-context': {
    de: 'Das Passwort besteht vor allem aus Ihrem Namen oder dem der Firma.',
    du: 'Das Passwort besteht vor allem aus deinem Namen oder dem der Firma.',
    en: 'The password is mostly your own name or the name of the company.',
  },
  'password.too-guessable': {
    de: 'Das Passwort folgt einem Muster (Reihe, Datum, Wiederholung) und ist leicht zu erraten.',
    en: 'The password follows a pattern (a sequence, a date, a repetition) and is easy to guess.',
  },
};

/** The reason as a page says it. */
export const reasonOf = ({ code, phrase }: FieldRefusal): Phrase => reasons[code] ?? phrase;

/** Faults as the next page can read them; `undefined` where one of them has no reason that a page knows by its code. */
export function notedFaults(faults: readonly FieldRefusal[]): NotedFault[] | undefined {
  if (!faults.length || faults.some(({ code }) => !Object.hasOwn(reasons, code))) return undefined;
  return faults.map(({ pointer, code, values }) => ({ pointer, code, ...(values && { values }) }));
}

/** What a page before noted. A code that is not ours says nothing. */
export const readFaults = (noted: readonly NotedFault[] = []): FieldRefusal[] =>
  noted.flatMap(({ pointer, code, values }) => {
    const phrase = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
    return phrase ? [{ pointer, code, phrase, ...(values && { values }) }] : [];
  });
