import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** Paths that never reach a log line (rule 18); everything that carries a secret is under one of these names. */
const redacted = ['password', 'newPassword', 'currentPassword', 'secret', 'token', 'authorization', 'cookie', 'link', 'smtpPassword'];

/** A structured log on standard error (standard output is for what people are told at the start); request bodies, cookies and links are never given to it in the first place, redaction is the second net. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: undefined, redact: { paths: redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' } },
    destination(2),
  );
