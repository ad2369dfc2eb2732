import { codeOf, isDatabaseComplaint } from './platform/db/complaint.ts';
import { isRefusal } from './platform/refusal.ts';

/** What is said to the operator when a start or a command fails: a sentence in both languages; a stack only for what nobody foresaw. */
export function lastWords(error: unknown): string {
  if (isRefusal(error)) return `${error.sentence('de')}\n${error.sentence('en')}`;
  if (isDatabaseComplaint(error)) return error.message;
  if (isAboutListening(error)) {
    return `Pforte kann unter PFORTE_HOST und PFORTE_PORT keine Verbindungen annehmen: ${error.message}\nPforte cannot take connections at PFORTE_HOST and PFORTE_PORT: ${error.message}`;
  }
  return String(error instanceof Error ? error.stack : error);
}

/** The port is taken or needs more rights, or the host is not one of this machine. */
const isAboutListening = (error: unknown): error is Error =>
  error instanceof Error &&
  'syscall' in error &&
  (error.syscall === 'listen' || error.syscall === 'getaddrinfo') &&
  ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error) ?? '');
