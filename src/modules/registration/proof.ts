import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { later, minutes } from '../../platform/clock.ts';
import { sameBytes } from '../../platform/secret.ts';

/**
 * Proof of work, as ALTCHA documents it (version 1): the server hashes a salt and a number up to `maxnumber`, the browser finds the number. Nobody else is
 * asked, nothing of the person is looked at. The wire format is that of `altcha-lib/v1`.
 */
export type Challenge = { algorithm: 'SHA-256'; challenge: string; maxnumber: number; salt: string; signature: string };

/** A proof that holds: what is to be spent, and until when it would count. */
export type Proof = { challenge: string; expiresAt: Date };

export type Proofs = {
  /** For one form: `subject` is what the proof is good for and nothing else. */
  challengeFor(subject: string, now: Date): Challenge;
  /** Reads what a form brought. `undefined`: none, a wrong one, one for something else, one that ran out. */
  read(typed: string | undefined, subject: string, now: Date): Proof | undefined;
};

/** About a second of work for a telephone of the better kind; a robot pays it for each form. */
export const mostNumber = 60_000;
const lifetime = minutes(60);
const longestPayload = 1000;

/** The key is derived, so that a challenge tells nothing of what else the server keeps secret. */
export function createProofs(secretKey: string): Proofs {
  const key = createHmac('sha256', 'pforte proof of work').update(secretKey).digest();
  const sign = (challenge: string) => createHmac('sha256', key).update(challenge).digest('hex');
  return {
    challengeFor(subject, now) {
      const expires = Math.floor(later(now, lifetime).getTime() / 1000);
      // The last sign keeps digits from moving between the salt and the number.
      const salt = `${randomBytes(12).toString('hex')}?${new URLSearchParams({ subject, expires: String(expires) })}&`;
      const challenge = hashOf(salt, randomInt(mostNumber + 1));
      return { algorithm: 'SHA-256', challenge, maxnumber: mostNumber, salt, signature: sign(challenge) };
    },
    read(typed, subject, now) {
      const payload = payloadOf(typed);
      if (!payload) return undefined;
      const { challenge, number, salt, signature } = payload;
      if (!sameBytes(Buffer.from(signature), Buffer.from(sign(challenge))) || hashOf(salt, number) !== challenge) return undefined;
      const parameters = new URLSearchParams(salt.slice(salt.indexOf('?') + 1));
      const expiresAt = new Date(Number(parameters.get('expires')) * 1000);
      if (parameters.get('subject') !== subject || !(expiresAt > now)) return undefined;
      return { challenge, expiresAt };
    },
  };
}

export const hashOf = (salt: string, number: number): string => createHash('sha256').update(`${salt}${number}`).digest('hex');

function payloadOf(typed = ''): (Omit<Challenge, 'algorithm' | 'maxnumber'> & { number: number }) | undefined {
  if (!typed || typed.length > longestPayload) return undefined;
  try {
    const { challenge, number, salt, signature } = JSON.parse(Buffer.from(typed, 'base64').toString('utf8'));
    const areTexts = [challenge, salt, signature].every((text) => typeof text === 'string');
    return areTexts && Number.isSafeInteger(number) && /\?.*&$/.test(salt) ? { challenge, number, salt, signature } : undefined;
  } catch {
    return undefined;
  }
}
