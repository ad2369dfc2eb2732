import type { DeliveryCause, Outcome, ServerAnswer, TransportCause } from '../mail.ts';
import type { SmtpError } from './answer.ts';

const isTransient = (code: number | null) => code !== null && code >= 400 && code < 500;
/** 503 says that the session was out of step, not that the mail is refused. */
const isPermanent = (code: number | null) => code !== null && code >= 500 && code < 600 && code !== 503;
/** RFC 4954: the server wants a login, or a better one. That concerns all mails. */
const wantsLogin = (code: number | null) => code === 530 || code === 534 || code === 535 || code === 538;

/** Why no connection could be made ready: every mail would meet the same. */
export function transportCause(error: SmtpError): TransportCause {
  const origin = error.originalCode ?? error.code ?? '';
  if (error.command?.startsWith('AUTH') || error.code === 'EAUTH') return 'auth-failed';
  if (error.command === 'STARTTLS' && error.response) return 'no-starttls';
  if (/requires? ?STARTTLS|required STARTTLS/i.test(error.message)) return 'no-starttls';
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/.test(origin)) return 'certificate-expired';
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(origin)) return 'certificate-name';
  if (/SELF_SIGNED/.test(origin)) return 'certificate-self-signed';
  if (/CERT|UNABLE_TO_/.test(origin)) return 'certificate-invalid';
  if (error.code === 'ETLS' || /^ERR_SSL|^ERR_TLS|^EPROTO$/.test(origin)) return 'tls-failed';
  if (/ENOTFOUND|EAI_|ENODATA|EDNS/.test(origin) || error.code === 'EDNS') return 'host-unknown';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|ENETDOWN/.test(origin)) return 'host-unreachable';
  if (error.code === 'ETIMEDOUT') return 'timeout';
  if (error.responseCode !== undefined && error.responseCode >= 400) return 'unavailable';
  if (error.code === 'EPROTOCOL') return 'bad-answer';
  return 'connection-lost';
}

/**
 * What a failed try means. `begun` says whether the mail itself was on its way: after that, only a proper answer to DATA tells whether it was taken;
 * everything else is unknown, and the mail is sent again with the same Message-ID.
 */
export function failedOutcome(error: SmtpError, begun: boolean, words: ServerAnswer): Outcome {
  if (begun) return afterData(error, words);
  const { code } = words;
  if (!code) return { kind: 'deferred', cause: lossOf(error), ...words };
  if (wantsLogin(code)) return { kind: 'transport-failed', cause: 'auth-required', ...words };
  if (!isPermanent(code)) return { kind: 'deferred', cause: 'server-deferred', ...words };
  // All mails have the same sender; a server that refuses it would refuse them all. 552 is about the size of this one.
  if (error.command === 'MAIL FROM')
    return code === 552
      ? { kind: 'refused', cause: 'content-refused', ...words }
      : { kind: 'transport-failed', cause: 'sender-refused', ...words };
  return { kind: 'refused', cause: error.command === 'DATA' ? 'content-refused' : 'recipient-refused', ...words };
}

function afterData(error: SmtpError, words: ServerAnswer): Outcome {
  const answered = error.command === 'DATA' && error.code === 'EMESSAGE';
  if (answered && isPermanent(words.code)) return { kind: 'refused', cause: 'content-refused', ...words };
  if (answered && (isTransient(words.code) || words.code === 503)) return { kind: 'deferred', cause: 'server-deferred', ...words };
  return { kind: 'unknown', cause: answered ? 'bad-answer' : lossOf(error), ...words };
}

const lossOf = (error: SmtpError): DeliveryCause => {
  if (error.code === 'ETIMEDOUT') return 'timeout';
  return error.response || error.code === 'EPROTOCOL' ? 'bad-answer' : 'connection-lost';
};
