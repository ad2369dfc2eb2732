import type { ReadMail } from './bounce.ts';
import { longestMail, readBounce } from './reading/read-bounce.ts';
import { refuse } from './refusals.ts';

/** Reads a mail that was handed in. Refuses `not-base64` and `too-large`. */
export async function readPosted(raw: string): Promise<ReadMail> {
  if (raw === '' || raw.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(raw)) throw refuse('not-base64', { pointer: '/raw' });
  const bytes = Buffer.from(raw, 'base64');
  if (bytes.length > longestMail) throw refuse('too-large', { pointer: '/raw' });
  return readBounce(bytes);
}
