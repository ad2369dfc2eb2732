import { guessesOf } from './guess.ts';
import type { Strength } from './strength.ts';

/** What a password is judged with. */
export type PasswordContext = {
  /** Code points; rule 25: 12, or 8 where a second factor stands behind the password. */
  minimumLength: number;
  /** What others know of this person and this door: account name, first and last name, company, portal, workspace. */
  words: string[];
};

export type PasswordFault = 'malformed' | 'too-short' | 'too-long' | 'contains-context' | 'too-common' | 'too-guessable';

/** 0 to 2 is refused, 3 is enough, 4 is strong. */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;

export type PasswordVerdict =
  | { accepted: true; score: PasswordScore }
  | { accepted: false; score: PasswordScore; fault: PasswordFault; values?: { minimum: number } | { maximum: number } };

export const maximumLength = 256;
const maximumBytes = 1024;

/** Decimal logarithms: from so many guesses on, a stolen hash costs a graphics card days, and guessing online is hopeless. */
const enough = 9;
const strong = 12;

/**
 * The one form of a password that is judged and hashed: NFKC, so that the same keys give the same bytes on every system („ü“ is one character on
 * Windows and may be two on a Mac; full-width letters are the letters they look like). NIST SP 800-63B names NFKC or NFKD; NFKC is the shorter.
 * Nothing is trimmed, cut or folded.
 */
export const normalized = (password: string): string => password.normalize('NFKC');

/**
 * Whether a password may be used (rule 25, NIST SP 800-63B-4, OWASP ASVS 5.0 section 6.2): length in code points, no composition rules, spaces
 * welcome; refused is what attackers try first. A word of the person or the company is no fault as long as the rest is strong enough.
 */
export function judgePassword(password: string, context: PasswordContext): PasswordVerdict {
  const early = refusalBeforeGuessing(password, context);
  if (early) return early;

  const { minimumLength, words } = context;
  const strength = guessesOf(normalized(password), words);
  // One power of ten for each character that is asked for: eight characters with a second factor cannot give nine.
  const required = Math.min(enough, minimumLength);
  if (strength.cost < required) return { accepted: false, score: weakScore(strength.cost, required), fault: faultOf(strength) };
  return { accepted: true, score: strength.cost < strong ? 3 : 4 };
}

/** What can be said against a password without the dictionaries. */
export function refusalBeforeGuessing(password: string, { minimumLength }: PasswordContext): PasswordVerdict | undefined {
  const fault = faultOfShape(password);
  if (fault === 'too-long') return { accepted: false, score: 0, fault, values: { maximum: maximumLength } };
  if (fault) return { accepted: false, score: 0, fault };
  if (codePoints(password) < minimumLength) return { accepted: false, score: 0, fault: 'too-short', values: { minimum: minimumLength } };
  return undefined;
}

/** What no stored password can look like; asked before hashing too, so that no input costs more than a password does. */
export function faultOfShape(password: string): 'malformed' | 'too-long' | undefined {
  if (password.length > maximumBytes || Buffer.byteLength(password) > maximumBytes || codePoints(password) > maximumLength)
    return 'too-long';
  if (!password.isWellFormed() || /\p{Cc}/u.test(password)) return 'malformed';
  return undefined;
}

/** Counted in NFC, as a person counts: NFKC would make eighteen characters of „ﷺ“. */
const codePoints = (password: string): number => [...password.normalize('NFC')].length;

const weakScore = (cost: number, required: number): PasswordScore => (cost < required / 3 ? 0 : cost < (2 * required) / 3 ? 1 : 2);

/** The reason that helps most: a word of one's own first, then a word that everybody uses, else the pattern. */
function faultOf({ pieces }: Strength): PasswordFault {
  if (pieces.some((piece) => piece.source === 'context')) return 'contains-context';
  const usesWord = pieces.some((piece) => piece.source === 'dictionary' && piece.end - piece.start >= 4);
  return usesWord ? 'too-common' : 'too-guessable';
}
