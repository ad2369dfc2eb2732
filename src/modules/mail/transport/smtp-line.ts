import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopbackHost } from '../../../platform/settings.ts';
import type { Outcome, ServerAnswer, TransportCause } from '../mail.ts';
import { noAnswer, readAnswer, type SmtpError } from './answer.ts';
import { failedOutcome, transportCause } from './classify.ts';

/** A mail server as it is to be spoken to. */
export type SmtpTarget = {
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string | null;
  password: string | null;
};

/** Limits in milliseconds: until a connection is ready, until the recipient is agreed on, and for the answer to the mail itself. */
export type SmtpLimits = { connect: number; envelope: number; final: number };

export type SmtpTrust = { trustedCertificates?: string[] };

/** A mail as it goes over the line: ready bytes and an explicit envelope of one recipient. */
export type Parcel = { from: string; to: string; raw: Buffer; secrets: readonly string[] };

/** One open and signed-in connection to a mail server. It hands over one mail at a time. */
export type SmtpLine = {
  /** The TLS version in use, `null` without encryption. */
  tls: string | null;
  /** `lost` tells that the line broke before the mail itself was on its way: it can go over another line at once. */
  send(parcel: Parcel): Promise<{ outcome: Outcome; lost: boolean }>;
  /** Asks whether mails from this address would be taken, and takes the question back. */
  askSender(address: string): Promise<LineFailure | ServerAnswer>;
  isUsable(): boolean;
  /** Ends the line, unless a mail itself is on its way over it. */
  abandon(): void;
  close(): void;
};

export type LineFailure = ServerAnswer & { failure: TransportCause };

/** After this many mails a line is replaced; many servers end it themselves around a hundred. */
const mailsPerLine = 100;

/**
 * Connects, secures and signs in. Off loopback nothing is sent without TLS (rule 18): with `starttls` a server that does not offer it is refused,
 * and so is a certificate that does not belong to the host. `ending`: once it fires, a line that is not ready yet counts as lost.
 */
export async function openLine(
  target: SmtpTarget,
  limits: SmtpLimits,
  trust: SmtpTrust = {},
  ending?: AbortSignal,
): Promise<SmtpLine | LineFailure> {
  if (target.encryption === 'none' && !isLoopbackHost(target.host)) return { failure: 'encryption-required', ...noAnswer };
  const connection = new SMTPConnection({
    host: target.host,
    port: target.port,
    secure: target.encryption === 'tls',
    requireTLS: target.encryption === 'starttls',
    ignoreTLS: target.encryption === 'none',
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    dnsTimeout: limits.connect,
    // The limits below are wall-clock; this one only sees silence, and must not come first.
    socketTimeout: Math.max(limits.connect, limits.envelope, limits.final) + 10_000,
    socketCloseTimeout: 1000,
    maxResponseSize: 64 * 1024,
    logger: false,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(trust.trustedCertificates && { ca: trust.trustedCertificates }) },
  });
  const error = await ready(connection, target, { milliseconds: limits.connect, ending });
  if (!error) return lineOver(connection, limits);
  connection.close();
  return {
    failure: error === 'auth-not-offered' ? error : transportCause(error),
    ...(error === 'auth-not-offered' ? noAnswer : readAnswer(error.response, secretsOfLogin(target))),
  };
}

/** User name and password as they are, and as they go over the line with AUTH LOGIN and AUTH PLAIN (RFC 4616); longer ones first, so that nothing is left over. */
function secretsOfLogin({ userName, password }: SmtpTarget): string[] {
  const name = userName && userName.length >= 4 ? [userName] : [];
  if (!password) return name;
  const forms = [`\0${userName ?? ''}\0${password}`, password].map((plain) => Buffer.from(plain).toString('base64'));
  return [...forms.flatMap((form) => [form, form.replace(/=+$/, '')]), password, ...name];
}

/** `undefined` when the line can be used. */
function ready(
  connection: SMTPConnection,
  target: SmtpTarget,
  { milliseconds, ending }: { milliseconds: number; ending: AbortSignal | undefined },
): Promise<SmtpError | 'auth-not-offered' | undefined> {
  return new Promise((resolve) => {
    const settle = (result: SmtpError | 'auth-not-offered' | undefined) => {
      clearTimeout(timer);
      ending?.removeEventListener('abort', onEnding);
      resolve(result);
    };
    const onEnding = () => settle(lost());
    const timer = setTimeout(() => settle(timeout()), milliseconds);
    ending?.addEventListener('abort', onEnding);
    connection.on('error', (error: SmtpError) => settle(error));
    connection.once('end', () => settle(lost()));
    connection.connect((error) => {
      if (error) return settle(error);
      if (!target.userName) return settle(undefined);
      if (!connection.allowsAuth) return settle('auth-not-offered');
      connection.login({ user: target.userName, pass: target.password ?? '' }, (refusal) => settle(refusal ?? undefined));
    });
  });
}

function lineOver(connection: SMTPConnection, limits: SmtpLimits): SmtpLine {
  let usable = true;
  let carrying = false;
  let sent = 0;
  connection.once('end', () => {
    usable = false;
  });
  const close = () => {
    usable = false;
    connection.close();
  };

  async function send(parcel: Parcel): Promise<{ outcome: Outcome; lost: boolean }> {
    sent += 1;
    const onBegun = () => {
      carrying = true;
    };
    const { error, response, begun } = await transfer(connection, parcel, { limits, onBegun });
    carrying = false;
    if (!error) {
      if (sent >= mailsPerLine) connection.quit();
      return { outcome: { kind: 'accepted', ...readAnswer(response, parcel.secrets) }, lost: false };
    }
    const outcome = failedOutcome(error, begun, readAnswer(error.response, parcel.secrets));
    const answered = usable && outcome.code !== null && outcome.code !== 421;
    if (!answered || !(await isReset(connection, limits.envelope))) close();
    return { outcome, lost: !begun && outcome.kind === 'deferred' && (outcome.cause === 'connection-lost' || outcome.code === 421) };
  }

  return {
    tls: tlsOf(connection),
    send,
    abandon: () => carrying || close(),
    close,
    askSender: (address) => askSender(connection, address, limits),
    isUsable: () => usable && !connection.destroyed && sent < mailsPerLine,
  };
}

type Transfer = { error?: SmtpError; response?: string; begun: boolean };

/** Sends one mail with a limit on each half. The mail's first byte leaves only after the server has asked for it. */
function transfer(
  connection: SMTPConnection,
  { from, to, raw }: Parcel,
  { limits, onBegun }: { limits: SmtpLimits; onBegun: () => void },
): Promise<Transfer> {
  return new Promise((resolve) => {
    let begun = false;
    let timer = setTimeout(onTimeout, limits.envelope);
    const content = new Readable({
      read() {
        begun = true;
        onBegun();
        clearTimeout(timer);
        timer = setTimeout(onTimeout, limits.final);
        this.push(raw);
        this.push(null);
      },
    });
    const settle = (result: Omit<Transfer, 'begun'>) => {
      clearTimeout(timer);
      connection.removeListener('end', onEnd);
      resolve({ ...result, begun });
    };
    function onTimeout() {
      settle({ error: timeout() });
      connection.close();
    }
    // A line that we close ourselves answers nothing; where the server ended it, its reason comes in the same turn and goes first.
    const onEnd = () => setImmediate(settle, { error: lost() });
    connection.once('end', onEnd);
    connection.send({ from, to: [to], size: raw.length }, content, (error, info) =>
      settle(error ? { error } : { response: info?.response ?? '' }),
    );
  });
}

/** MAIL and RSET, and nothing between them: no mail leaves. */
async function askSender(connection: SMTPConnection, address: string, limits: SmtpLimits): Promise<LineFailure | ServerAnswer> {
  const response = await command(connection, `MAIL FROM:<${address}>`, limits.envelope);
  const words = typeof response === 'string' ? readAnswer(response, []) : noAnswer;
  if (typeof response === 'string' && /^2/.test(response)) {
    await isReset(connection, limits.envelope);
    return words;
  }
  const error: SmtpError = typeof response === 'string' ? Object.assign(new Error(response), { command: 'MAIL FROM' }) : response;
  const outcome = failedOutcome(error, false, words);
  if (outcome.kind === 'transport-failed') return { failure: outcome.cause, ...words };
  if (typeof response === 'string') return { failure: 'unavailable', ...words };
  return { failure: error.code === 'ETIMEDOUT' ? 'timeout' : 'connection-lost', ...words };
}

/** The library has no name for a single command, only the parts that its own are made of. */
type Conversing = { _sendCommand(text: string): void; _responseActions: ((response: string) => void)[] };

function command(connection: SMTPConnection, text: string, milliseconds: number): Promise<string | SmtpError> {
  const conversing = connection as unknown as Conversing;
  return new Promise((resolve) => {
    const settle = (result: string | SmtpError) => {
      clearTimeout(timer);
      connection.removeListener('end', onEnd);
      resolve(result);
    };
    const onEnd = () => setImmediate(settle, lost());
    const timer = setTimeout(() => settle(timeout()), milliseconds);
    connection.once('end', onEnd);
    conversing._responseActions.push(settle);
    conversing._sendCommand(text);
  });
}

/** After a refusal the transaction is ended, so that the next mail starts afresh. */
function isReset(connection: SMTPConnection, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isFresh: boolean) => {
      clearTimeout(timer);
      connection.removeListener('end', onEnd);
      resolve(isFresh);
    };
    const onEnd = () => settle(false);
    const timer = setTimeout(onEnd, milliseconds);
    connection.once('end', onEnd);
    connection.reset((error) => settle(!error));
  });
}

const tlsOf = (connection: SMTPConnection): string | null => {
  const socket = connection._socket;
  return socket && 'getProtocol' in socket && typeof socket.getProtocol === 'function' ? (socket.getProtocol() as string | null) : null;
};

const timeout = (): SmtpError => Object.assign(new Error('The server did not answer in time.'), { code: 'ETIMEDOUT' });
const lost = (): SmtpError => Object.assign(new Error('The connection was closed.'), { code: 'ECONNECTION' });
