import type { MailboxFailure } from '../bounce.ts';
import { strangersWords } from '../reading/words.ts';

/** Why a mailbox could not be read, with the server's own words where it had some. */
export type MailboxFault = { failure: MailboxFailure; answer: string | null };

/** What imapflow and Node attach to their errors. */
type ImapError = Error & {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  mailboxMissing?: boolean;
  serverResponseCode?: string;
  responseStatus?: string;
  responseText?: string;
  response?: unknown;
  _err?: Error & { code?: string };
};

const longestAnswer = 300;

/** The one place that says what an error means. Whatever is in `secrets` is cut out of the server's words (rule 18). */
export function faultOf(thrown: unknown, secrets: readonly string[]): MailboxFault {
  const error = (thrown instanceof Error ? thrown : new Error('unknown')) as ImapError;
  const words = error.responseText ?? (typeof error.response === 'string' ? error.response : undefined);
  const answer = strangersWords(
    secrets.reduce((text, secret) => text?.replaceAll(secret, '…'), words),
    longestAnswer,
  );
  return { failure: failureOf(error), answer };
}

function failureOf(error: ImapError): MailboxFailure {
  const code = error.code ?? error._err?.code ?? '';
  if (error.authenticationFailed) return /disabled/i.test(error.message) ? 'auth-not-offered' : 'auth-failed';
  if (/does not support STARTTLS/i.test(error.message)) return 'no-starttls';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|HOSTNAME_MISMATCH/.test(code)) return 'certificate-invalid';
  if (/ENOTFOUND|EAI_|ENODATA/.test(code)) return 'host-unknown';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|ENETDOWN/.test(code)) return 'host-unreachable';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'timeout';
  if (error.tlsFailed || /^ERR_SSL|^ERR_TLS|^EPROTO$|STARTTLS_INJECTION/.test(code)) return 'tls-failed';
  if (error.mailboxMissing || error.serverResponseCode === 'NONEXISTENT' || error.serverResponseCode === 'TRYCREATE')
    return 'folder-unknown';
  if (error.responseStatus === 'NO' || error.responseStatus === 'BAD' || /^Parser|TooLarge$|InvalidResponse|UnexpectedTag/.test(code))
    return 'bad-answer';
  return 'connection-lost';
}
