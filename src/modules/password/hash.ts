import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { createPasswordJudge, type PasswordJudge } from './judge.ts';
import { faultOfShape, normalized } from './password.ts';
import { createQueue } from './queue.ts';
import { refusePassword } from './refusals.ts';

export type PasswordHasher = PasswordJudge & {
  /** The PHC string to store. Takes a password that was judged. Refuses `busy` when too many wait. */
  hash(password: string): Promise<string>;
  /**
   * Whether this is the password behind a stored hash. `null` (there is no such account, or none of its own password) takes the same work and never
   * matches (rule 9). `outdated`: it matches, and should be hashed anew with today's parameters. Refuses `busy` when too many wait.
   */
  verify(password: string, stored: string | null): Promise<{ matches: boolean; outdated: boolean }>;
};

/** Rule 25, as the OWASP Password Storage Cheat Sheet sets it: argon2id, 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;
const argon2id = 2;
const version19 = 1;
const hashBytes = 32;
const saltBytes = 16;

/** A job takes about 10 to 20 ms, so a full line has mostly passed after so long. */
const retryAfterSeconds = 2;

/**
 * Hashes in libuv's pool, `threads` at a time. The pool has four threads unless `UV_THREADPOOL_SIZE` says otherwise and also reads files and looks
 * up names, so at least one of them is left alone by default.
 */
export function createPasswordHasher({
  threads = defaultThreads(),
  waiting = 256,
}: {
  threads?: number;
  waiting?: number;
} = {}): PasswordHasher {
  const queue = createQueue({ running: threads, waiting, full: () => refusePassword('busy', { retryAfterSeconds }) });
  const nobodys = hashOfNobody();

  return {
    ...createPasswordJudge(),
    hash(password) {
      const fault = faultOfShape(password);
      if (fault) throw new Error(`A password that is ${fault} cannot be hashed; judge it first.`);
      return queue.run(() => hash(normalized(password), parameters));
    },
    async verify(password, stored) {
      const fault = faultOfShape(password);
      const same = await queue.run(() => verify(stored ?? nobodys, fault ? '' : normalized(password)));
      const matches = same && stored !== null && fault === undefined;
      return { matches, outdated: matches && isOutdated(stored) };
    },
  };
}

const defaultThreads = (): number => Math.min(availableParallelism(), 3);

function isOutdated(stored: string): boolean {
  const { algorithm, version, memoryCost, timeCost, parallelism, outputLen, saltLen } = parseOptions(stored);
  const sameKind = Number(algorithm) === argon2id && Number(version) === version19 && outputLen === hashBytes && saltLen >= saltBytes;
  return !sameKind || memoryCost !== parameters.memoryCost || timeCost !== parameters.timeCost || parallelism !== parameters.parallelism;
}

/** Verifying against random bytes is as much work as against a real hash of today, and nothing hashes to them. */
function hashOfNobody(): string {
  const text = (length: number) => randomBytes(length).toString('base64').replaceAll('=', '');
  const { memoryCost, timeCost, parallelism } = parameters;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${text(saltBytes)}$${text(hashBytes)}`;
}
