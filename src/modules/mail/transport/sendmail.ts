import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Outcome } from '../mail.ts';
import { noAnswer, plainWords } from './answer.ts';
import type { LineFailure, Parcel, SmtpLimits } from './smtp-line.ts';

/** The sendmail program of this machine, as every mail server brings one. It takes one mail per call. */
export type Sendmail = {
  /** Whether the program can be run at all. */
  prepare(): Promise<LineFailure | undefined>;
  send(parcel: Parcel): Promise<Outcome>;
  /** Ends the programs that run now; none is to be called any more. A mail that they had whole gets no answer. */
  breakOff(): void;
  isClosed(): boolean;
};

/** How a program ended. `given`: it had the whole mail, so it may have taken it whatever it said afterwards. */
type Ended = { code: number | null; signal: string | null; given: boolean; late: boolean; words: string };

/** Nothing of our own environment, which holds the operator's secrets. */
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C' };
const longestWords = 4096;
/** How long the last words of a program that has ended are waited for. */
const lastWords = 200;

/** A program does at once what a server does in two steps. */
export const programLimit = ({ envelope, final }: SmtpLimits): number => envelope + final;

export function createSendmail(path: string, milliseconds: number): Sendmail {
  const running = new Set<ChildProcess>();
  let closed = false;

  async function send(parcel: Parcel): Promise<Outcome> {
    try {
      return outcomeOf(await run(path, parcel, { milliseconds, running }), parcel.secrets);
    } catch (error) {
      return { kind: 'transport-failed', cause: 'program-missing', ...noAnswer, answer: plainWords(codeOf(error), []) };
    }
  }

  return {
    send,
    async prepare() {
      try {
        await access(path, constants.X_OK);
        return undefined;
      } catch (error) {
        return { failure: 'program-missing', ...noAnswer, answer: plainWords(codeOf(error), []) };
      }
    },
    breakOff() {
      closed = true;
      for (const child of running) endGroup(child);
    },
    isClosed: () => closed,
  };
}

type Running = { milliseconds: number; running: Set<ChildProcess> };

/** No shell: sender and recipient are arguments of their own, and after `--` none of them can be read as an option. */
function run(path: string, { from, to, raw }: Parcel, { milliseconds, running }: Running): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, ['-i', '-f', from, '--', to], { cwd: '/', env: environment, detached: true, stdio: 'pipe' });
    const ended: Ended = { code: null, signal: null, given: false, late: false, words: '' };
    running.add(child);
    const timer = setTimeout(() => {
      ended.late = true;
      endGroup(child);
    }, milliseconds);
    const settle = () => {
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve(ended);
    };
    const forget = () => {
      clearTimeout(timer);
      running.delete(child);
    };
    child.once('error', (error) => {
      forget();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      forget();
      Object.assign(ended, { code, signal });
      // A program may leave one behind that delivers and holds the pipes; its words are not waited for long.
      const waiting = setTimeout(settle, lastWords);
      child.once('close', () => {
        clearTimeout(waiting);
        settle();
      });
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        if (ended.words.length < longestWords) ended.words += part;
      });
      stream.on('error', () => {});
    }
    // A program that stops reading breaks the pipe; how it ends says what that meant.
    child.stdin.on('error', () => {});
    child.stdin.once('finish', () => {
      ended.given = true;
    });
    child.stdin.end(withUnixLines(raw));
  });
}

/** sysexits.h, as sendmail and those who imitate it use it. What concerns the one mail must not stop the others, and the other way round. */
const meanings: Record<number, { name: string; outcome: (words: Words, given: boolean) => Outcome }> = {
  64: { name: 'EX_USAGE', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  65: { name: 'EX_DATAERR', outcome: (words) => ({ kind: 'refused', cause: 'content-refused', ...words }) },
  67: { name: 'EX_NOUSER', outcome: (words) => ({ kind: 'refused', cause: 'recipient-refused', ...words }) },
  68: { name: 'EX_NOHOST', outcome: (words) => ({ kind: 'refused', cause: 'recipient-refused', ...words }) },
  69: { name: 'EX_UNAVAILABLE', outcome: (words) => ({ kind: 'deferred', cause: 'server-deferred', ...words }) },
  70: { name: 'EX_SOFTWARE', outcome: (words) => ({ kind: 'deferred', cause: 'server-deferred', ...words }) },
  71: { name: 'EX_OSERR', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  72: { name: 'EX_OSFILE', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  73: { name: 'EX_CANTCREAT', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  74: { name: 'EX_IOERR', outcome: (words) => ({ kind: 'deferred', cause: 'server-deferred', ...words }) },
  // sendmail(8): could not be sent immediately, but was queued. Postfix and others say the same where they have kept nothing. The words do not tell
  // which of the two, so a mail that the program had whole may be on its way.
  75: {
    name: 'EX_TEMPFAIL',
    outcome: (words, given) => ({ kind: given ? 'unknown' : 'deferred', cause: 'server-deferred', ...words }),
  },
  76: { name: 'EX_PROTOCOL', outcome: (words) => ({ kind: 'deferred', cause: 'server-deferred', ...words }) },
  77: { name: 'EX_NOPERM', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  78: { name: 'EX_CONFIG', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-failed', ...words }) },
  // What a wrapper script ends with where the program behind it is not there.
  126: { name: '126', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-missing', ...words }) },
  127: { name: '127', outcome: (words) => ({ kind: 'transport-failed', cause: 'program-missing', ...words }) },
};

type Words = typeof noAnswer;

function outcomeOf({ code, given, late, signal, words }: Ended, secrets: readonly string[]): Outcome {
  const said = (name: string | undefined): Words => ({
    ...noAnswer,
    answer: plainWords([name, words].filter(Boolean).join(': '), secrets),
  });
  if (late) return { kind: given ? 'unknown' : 'deferred', cause: 'timeout', ...said(undefined) };
  if (signal) return { kind: given ? 'unknown' : 'deferred', cause: 'connection-lost', ...said(signal) };
  if (code === 0) return given ? { kind: 'accepted', ...said(undefined) } : { kind: 'unknown', cause: 'bad-answer', ...said(undefined) };
  const meaning = meanings[code ?? -1];
  return meaning?.outcome(said(meaning.name), given) ?? { kind: 'deferred', cause: 'bad-answer', ...said(`exit ${code}`) };
}

/** The program and whatever it has started. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** On standard input a line ends as it does on this machine. */
const withUnixLines = (raw: Buffer): Buffer => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'error');
