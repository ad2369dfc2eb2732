import { type LineFailure, openLine, type SmtpLine, type SmtpTarget } from '../transport/smtp-line.ts';
import type { SmtpOptions } from './worker.ts';

/** The connections of one desk: opened when needed, used again, closed after a while of rest. */
export type Lines = {
  /** Makes sure that the server can be reached before any mail is claimed. */
  prepare(): Promise<LineFailure | undefined>;
  /**
   * Waits for a line where as many are at work as may be, or as the server allows: while others work, the server is not away.
   * `'closed'`: nothing more is to be sent by these settings.
   */
  take(): Promise<SmtpLine | LineFailure | 'closed'>;
  giveBack(line: SmtpLine): void;
  /** Ends the connections that nobody uses after a while. */
  rest(): void;
  /** Gives no line to anybody any more; each is ended when it comes back, and one that is being opened at once. */
  halt(): void;
  /** Ends every connection over which no mail itself is on its way. */
  abandon(): void;
  /** Ends all connections now. A mail on its way gets no answer any more. */
  breakOff(): void;
};

/** `targetOf` is asked for each connection: a password is open only while one is made. */
export function createLines(targetOf: () => SmtpTarget | LineFailure, smtp: SmtpOptions): Lines {
  const idle: SmtpLine[] = [];
  const taken = new Set<SmtpLine>();
  const queue: ((failure?: LineFailure) => void)[] = [];
  let resting: NodeJS.Timeout | undefined;
  let opening = 0;
  let most = smtp.lines;
  let closed = false;
  const ending = new AbortController();

  async function open(): Promise<SmtpLine | LineFailure> {
    const target = targetOf();
    if ('failure' in target) return target;
    const trust = smtp.trustedCertificates ? { trustedCertificates: smtp.trustedCertificates } : {};
    return openLine(target, smtp.limits, trust, ending.signal);
  }

  async function widen(): Promise<SmtpLine | LineFailure> {
    opening += 1;
    const line = await open().finally(() => {
      opening -= 1;
    });
    if (closed && !('failure' in line)) line.close();
    return line;
  }

  const hasRoom = () => taken.size + idle.length + opening < most;

  function pick(): SmtpLine | undefined {
    clearTimeout(resting);
    for (let line = idle.pop(); line; line = idle.pop()) {
      if (line.isUsable()) return line;
      line.close();
    }
    return undefined;
  }

  const closeIdle = () => {
    for (const line of idle.splice(0)) line.close();
  };

  function halt(): void {
    closed = true;
    ending.abort();
    for (const resolve of queue.splice(0)) resolve();
    clearTimeout(resting);
    closeIdle();
  }

  return {
    async prepare() {
      const line = pick() ?? (hasRoom() && !closed ? await widen() : undefined);
      // Without room for one more, others are at work, and the server is there.
      if (!line || closed) return undefined;
      if ('failure' in line) return taken.size ? undefined : line;
      idle.push(line);
      queue.shift()?.();
      return undefined;
    },
    async take() {
      for (;;) {
        if (closed) return 'closed';
        const line = pick() ?? (hasRoom() ? await widen() : undefined);
        if (closed) return 'closed';
        if (line && !('failure' in line)) {
          taken.add(line);
          return line;
        }
        if (line && taken.size + opening === 0) {
          // Nobody is left who would give a line back: all who wait hear that the server is away.
          for (const tell of queue.splice(0)) tell(line);
          return line;
        }
        // A server that takes no further connection while others are at work takes so many and no more, until there is a rest.
        if (line) most = Math.max(1, taken.size + opening);
        const failure = await new Promise<LineFailure | undefined>((resolve) => queue.push(resolve));
        if (failure) return failure;
      }
    },
    giveBack(line) {
      taken.delete(line);
      if (line.isUsable() && !closed) idle.push(line);
      else line.close();
      queue.shift()?.();
    },
    rest() {
      most = smtp.lines;
      clearTimeout(resting);
      resting = setTimeout(closeIdle, smtp.idle).unref();
    },
    halt,
    abandon() {
      halt();
      for (const line of taken) line.abandon();
    },
    breakOff() {
      halt();
      for (const line of taken) line.close();
    },
  };
}
