import { codeOf, isDatabaseComplaint } from './platform/db/complaint.ts';
import { isRefusal } from './platform/refusal.ts';

/** What is said to the operator when a start or a command fails: a sentence in both languages; a stack only for what nobody foresaw. */
export function lastWords(error: unknown): string {
  if (isRefusal(error)) return `${error.sentence('de')}\n${error.sentence('en')}`;
  if (isDatabaseComplaint(error)) return error.message;
  if (isAboutListening(error)) {
    const [german, english] = codeOf(error) === 'EADDRINUSE' ? anotherPort : ['', ''];
    return `Pforte kann unter PFORTE_HOST und PFORTE_PORT keine Verbindungen annehmen: ${error.message}.${german}\nPforte cannot take connections at PFORTE_HOST and PFORTE_PORT: ${error.message}.${english}`;
  }
  return String(error instanceof Error ? error.stack : error);
}

const anotherPort = [
  ' Läuft dort schon ein Pforte oder ein anderes Programm? Mit PFORTE_PORT=4001 zum Beispiel lässt sich ein anderer Port nehmen.',
  ' Is another Pforte or another program running there? PFORTE_PORT=4001, for example, takes another port.',
] as const;

/** The port is taken or needs more rights, or the host is not one of this machine. */
const isAboutListening = (error: unknown): error is Error =>
  error instanceof Error &&
  'syscall' in error &&
  (error.syscall === 'listen' || error.syscall === 'getaddrinfo') &&
  ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error) ?? '');
