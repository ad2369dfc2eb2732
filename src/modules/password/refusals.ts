import { defineRefusals, type Refusal, type RefusalDetail } from '../../platform/refusal.ts';
import type { PasswordVerdict } from './password.ts';

export const refusePassword = defineRefusals('password', {
  'too-short': {
    kind: 'invalid',
    de: 'Das Passwort braucht mindestens {minimum} Zeichen. Vier oder fünf Wörter hintereinander sind lang und lassen sich gut merken.',
    en: 'The password needs at least {minimum} characters. Four or five words in a row are long and easy to remember.',
  },
  'too-long': {
    kind: 'invalid',
    de: 'Das Passwort darf höchstens {maximum} Zeichen lang sein. Bitte ein kürzeres wählen.',
    du: 'Das Passwort darf höchstens {maximum} Zeichen lang sein. Bitte wähle ein kürzeres.',
    en: 'The password can have at most {maximum} characters. Please choose a shorter one.',
  },
  malformed: {
    kind: 'invalid',
    de: 'Das Passwort enthält Zeichen, die sich nicht eintippen lassen. Bitte ein anderes wählen.',
    du: 'Das Passwort enthält Zeichen, die sich nicht eintippen lassen. Bitte wähle ein anderes.',
    en: 'The password contains characters that cannot be typed. Please choose another one.',
  },
  'too-common': {
    kind: 'invalid',
    de: 'Dieses Passwort gehört zu denen, die Angreifer zuerst ausprobieren. Jahreszahlen und Ausrufezeichen helfen nicht; vier oder fünf zufällige Wörter schon.',
    en: 'This password is one of those that attackers try first. Years and exclamation marks do not help; four or five random words do.',
  },
  'contains-context': {
    kind: 'invalid',
    de: 'Das Passwort besteht vor allem aus dem eigenen Namen oder dem der Firma, und danach wird zuerst gesucht. Bitte etwas wählen, das nichts damit zu tun hat, zum Beispiel vier oder fünf zufällige Wörter.',
    du: 'Das Passwort besteht vor allem aus deinem Namen oder dem der Firma, und danach wird zuerst gesucht. Bitte wähle etwas, das nichts damit zu tun hat, zum Beispiel vier oder fünf zufällige Wörter.',
    en: 'The password is mostly your own name or the name of the company, which is what attackers try first. Please choose something that has nothing to do with either, such as four or five random words.',
  },
  'too-guessable': {
    kind: 'invalid',
    de: 'Das Passwort folgt einem Muster (Reihe, Datum, Wiederholung) und ist leicht zu erraten. Vier oder fünf zufällige Wörter sind besser.',
    en: 'The password follows a pattern (a sequence, a date, a repetition) and is easy to guess. Four or five random words are better.',
  },
  busy: {
    kind: 'unavailable',
    de: 'Gerade melden sich sehr viele Menschen an. Bitte in einigen Sekunden noch einmal versuchen.',
    du: 'Gerade melden sich sehr viele Menschen an. Bitte versuche es in einigen Sekunden noch einmal.',
    en: 'A great many people are signing in right now. Please try again in a few seconds.',
  },
});

/** The refusal that a verdict stands for; `undefined` where the password is accepted. `pointer` (RFC 6901) names its field. */
export function refusalOf(verdict: PasswordVerdict, pointer?: string): Refusal | undefined {
  if (verdict.accepted) return undefined;
  const detail: RefusalDetail = { ...(verdict.values && { values: verdict.values }), ...(pointer && { pointer }) };
  return refusePassword(verdict.fault, detail);
}
