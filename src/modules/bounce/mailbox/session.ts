import { ImapFlow } from 'imapflow';
import { isLoopbackHost } from '../../../platform/settings.ts';
import { longestMail } from '../reading/read-bounce.ts';
import { faultOf, type MailboxFault } from './failure.ts';

/** A mailbox as it is to be read. */
export type MailboxTarget = {
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  password: string;
  folder: string;
};

/** Limits in milliseconds: until the server is ready, for one answer, and for the whole visit. */
export type ImapLimits = { connect: number; silence: number; whole: number };
export type ImapTrust = { trustedCertificates?: string[] };

/** An open folder. Every call throws what `faultOf` understands. */
export type MailboxSession = {
  /** While this number stays the same, a UID means the same mail (RFC 9051, 2.3.1.1). */
  uidValidity: number;
  /** How many mails lie in the folder. */
  count: number;
  /** The UIDs above `last`, ascending. */
  uidsAfter(last: number): Promise<number[]>;
  /** The beginning of a mail, as much as is read of one; `undefined` where it is gone. Leaves the mail unseen. */
  read(uid: number): Promise<Uint8Array | undefined>;
  markSeen(uids: readonly number[]): Promise<void>;
  remove(uids: readonly number[]): Promise<void>;
  /** Says good-bye, or hangs up where that takes too long. */
  close(): Promise<void>;
  fault(error: unknown): MailboxFault;
};

/**
 * Connects, secures, signs in and opens the folder. Off loopback nothing is said without TLS (rule 18): with `starttls` a server that does not offer it is
 * refused, and so is a certificate that does not belong to the host. `breakOff`: opening ends as soon as it fires, with whatever failure; an open folder
 * stays open.
 */
export async function openMailbox(
  target: MailboxTarget,
  limits: ImapLimits,
  { breakOff, ...trust }: ImapTrust & { breakOff?: AbortSignal } = {},
): Promise<MailboxSession | MailboxFault> {
  if (target.encryption === 'none' && !isLoopbackHost(target.host)) return { failure: 'encryption-required', answer: null };
  const client = clientOf(target, limits, trust);
  let isLate = false;
  const end = setTimeout(() => {
    isLate = true;
    client.close();
  }, limits.whole);
  end.unref();
  // What broke the line is told here; the call that waits hears only that there is none. Without a listener it would end the process.
  let broken: unknown;
  client.on('error', (error) => {
    broken ??= error;
  });
  const fault = (error: unknown): MailboxFault =>
    isLate ? { failure: 'timeout', answer: null } : faultOf(isLineGone(error) ? (broken ?? error) : error, secretsOf(target));
  const hangUp = () => {
    clearTimeout(end);
    client.close();
  };

  breakOff?.addEventListener('abort', hangUp);
  try {
    if (breakOff?.aborted) hangUp();
    await client.connect();
    if (target.encryption !== 'none' && !client.secureConnection) throw Object.assign(new Error('not encrypted'), { tlsFailed: true });
    const folder = await client.mailboxOpen(target.folder);
    return { ...sessionOver(client, folder), fault, close: () => farewell(client, hangUp) };
  } catch (error) {
    const found = fault(error);
    hangUp();
    return found;
  } finally {
    breakOff?.removeEventListener('abort', hangUp);
  }
}

const isLineGone = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'NoConnection' || error.code === 'EConnectionClosed');

const clientOf = (target: MailboxTarget, limits: ImapLimits, trust: ImapTrust) =>
  new ImapFlow({
    host: target.host,
    port: target.port,
    secure: target.encryption === 'tls',
    ...(target.encryption !== 'tls' && { doSTARTTLS: target.encryption === 'starttls' }),
    auth: { user: target.userName, pass: target.password },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(trust.trustedCertificates && { ca: trust.trustedCertificates }) },
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.silence,
    maxLiteralSize: 8 * longestMail,
    maxResponseSize: 16 * longestMail,
    maxLineLength: longestMail,
    disableAutoIdle: true,
    logger: false,
    clientInfo: { name: 'Pforte' },
  });

function sessionOver(
  client: ImapFlow,
  { uidValidity, exists }: { uidValidity: bigint; exists: number },
): Omit<MailboxSession, 'close' | 'fault'> {
  // The library answers `false` or nothing where a command failed, or where the line is gone; neither may be taken for „there is no mail“.
  const mustBe = (done: boolean) => {
    if (done && client.usable) return;
    throw Object.assign(new Error('The server did not do it.'), client.usable ? { responseStatus: 'NO' } : { code: 'NoConnection' });
  };
  return {
    uidValidity: Number(uidValidity),
    count: exists,
    async uidsAfter(last) {
      // „5:*“ names the newest mail even where its UID is below 5.
      const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
      mustBe(Array.isArray(found));
      return (found || []).filter((uid) => uid > last).sort((one, other) => one - other);
    },
    async read(uid) {
      const mail = await client.fetchOne(String(uid), { uid: true, source: { start: 0, maxLength: longestMail } }, { uid: true });
      mustBe(mail !== undefined);
      return mail ? mail.source : undefined;
    },
    async markSeen(uids) {
      if (uids.length) mustBe(await client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true }));
    },
    async remove(uids) {
      if (!uids.length) return;
      // Without UIDPLUS (RFC 4315) a server can only clear away everything that anybody has marked, so the mails are marked and stay.
      if (client.capabilities.has('UIDPLUS')) mustBe(await client.messageDelete(uids.join(','), { uid: true }));
      else mustBe(await client.messageFlagsAdd(uids.join(','), ['\\Seen', '\\Deleted'], { uid: true }));
    },
  };
}

const patienceAtTheEnd = 2000;

async function farewell(client: ImapFlow, hangUp: () => void): Promise<void> {
  const timer = setTimeout(hangUp, patienceAtTheEnd);
  await client.logout().catch(() => {});
  clearTimeout(timer);
  hangUp();
}

/** The password as it is, and as it goes over the line with AUTHENTICATE PLAIN and LOGIN. */
function secretsOf({ userName, password }: MailboxTarget): string[] {
  const forms = [`\0${userName}\0${password}`, `${userName}\0${userName}\0${password}`, password].map((plain) =>
    Buffer.from(plain).toString('base64'),
  );
  return [...forms.flatMap((form) => [form, form.replace(/=+$/, '')]), password].filter(Boolean);
}
