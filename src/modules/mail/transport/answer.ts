import type { ServerAnswer } from '../mail.ts';
import { oneLine, shortened } from '../template/wording.ts';

const longestAnswer = 500;
/** Whatever speaks without a code is no mail server; enough of it is kept to see what it is. */
const longestBanner = 80;

export const noAnswer: ServerAnswer = { code: null, enhancedCode: null, answer: null };

/** What nodemailer attaches to its errors. */
export type SmtpError = Error & {
  code?: string | undefined;
  originalCode?: string;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
};

/**
 * Takes a reply apart: `550 5.1.1 unknown user` is code 550, enhanced code 5.1.1 (RFC 3463) and the words.
 * Servers quote what they were sent; whatever is in `secrets` is cut out, so that no link or password reaches a table or a log (rule 18).
 */
export function readAnswer(response: string | undefined, secrets: readonly string[]): ServerAnswer {
  if (!response) return noAnswer;
  const [, code, enhancedCode] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/.exec(response) ?? [];
  const words = response
    .split(/\r?\n/)
    .map((line) => line.replace(/^\d{3}[ -]/, ''))
    .join(' ');
  return {
    code: code ? Number(code) : null,
    enhancedCode: enhancedCode ?? null,
    answer: code ? plainWords(words, secrets) : plainWords(words.replace(/[^\x20-\x7e]/g, ' '), secrets, longestBanner),
  };
}

/** Words of others on one line, of a bearable length, the secrets cut out. */
export const plainWords = (words: string, secrets: readonly string[], longest = longestAnswer): string | null =>
  shortened(oneLine(withoutSecrets(words, secrets)), longest) || null;

/** The parts of a link's address that must not be seen: the whole, and the secret at its end. */
export const secretsOfLink = (url: string | null): string[] => {
  if (!url) return [];
  const last = url.split(/[/?=]/).findLast((part) => part.length >= 16);
  return last ? [url, last] : [url];
};

/** What is too short to be cut out without making riddles of other words takes the whole text with it. */
const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.some((secret) => secret.length < 4 && secret !== '' && text.includes(secret))
    ? ''
    : secrets.filter((secret) => secret.length >= 4).reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
