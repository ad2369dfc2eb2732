import { destination, type Logger, pino } from 'pino';
import { logLine } from './log-line.ts';
import type { Settings } from './settings.ts';

export type Log = Logger;

export type LogStyle = { level: string; format: 'json' | 'text' };

/** Paths that never reach a log line (rule 18); everything that carries a secret is under one of these names. */
const redacted = ['password', 'newPassword', 'currentPassword', 'secret', 'token', 'authorization', 'cookie', 'link', 'smtpPassword'];

/**
 * For a person at a terminal lines to read, and of those only what is wrong, because the start already says what matters in sentences; in production and for
 * whatever collects logs JSON. What the settings say goes before either.
 */
export function logStyleOf(
  { logFormat, logLevel, production }: Pick<Settings, 'logFormat' | 'logLevel' | 'production'>,
  isTerminal: boolean,
): LogStyle {
  const format = logFormat ?? (isTerminal && !production ? 'text' : 'json');
  return { format, level: logLevel ?? (format === 'text' ? 'warn' : 'info') };
}

/** A structured log on standard error (standard output is for what people are told at the start); request bodies, cookies and links are never given to it in the first place, redaction is the second net. */
export function createLog(level: string, format: LogStyle['format'] = 'json'): Log {
  const standardError = destination(2);
  const readable = { write: (json: string) => void standardError.write(logLine(json)) };
  return pino(
    { level, base: undefined, redact: { paths: redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' } },
    format === 'text' ? readable : standardError,
  );
}
