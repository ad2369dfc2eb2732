import type { Outcome, ServerAnswer, TransportCause, TransportKind } from '../mail.ts';
import { noAnswer } from '../transport/answer.ts';
import { createSendmail, programLimit } from '../transport/sendmail.ts';
import { openLine, type Parcel, type SmtpLimits, type SmtpTarget } from '../transport/smtp-line.ts';
import type { LocalWays } from './local-ways.ts';

/** What is tried: one way of sending, complete. `envelope`: the address that mails leave from. */
export type Subject = { transport: TransportKind; target: SmtpTarget | undefined; envelope: string };

/** What the mail module needs to try a way of sending itself. */
export type MailTools = {
  local: LocalWays;
  /** Milliseconds; a person waits for the answer. */
  limits: SmtpLimits;
  /** Certificates (PEM) that are trusted besides those of the system. */
  trustedCertificates?: string[];
};

/** `cause` is `null` where everything worked. */
export type Finding = ServerAnswer & { cause: TransportCause | null; tls: string | null };

/** What a person waits for who has pressed a button. */
export const triedLimits: SmtpLimits = { connect: 12_000, envelope: 8_000, final: 20_000 };

/** Connects, secures, signs in and asks for the sender; no mail leaves. */
export async function examine({ transport, target, envelope }: Subject, tools: MailTools): Promise<Finding> {
  if (transport === 'sendmail') {
    const failure = await createSendmail(tools.local.sendmailPath, programLimit(tools.limits)).prepare();
    return failure ? found(failure, failure.failure) : found(noAnswer, null);
  }
  if (!target) return found(noAnswer, null);
  const line = await openLine(target, tools.limits, trustOf(tools));
  if ('failure' in line) return found(line, line.failure);
  const said = await line.askSender(envelope).finally(line.close);
  return { ...found(said, 'failure' in said ? said.failure : null), tls: line.tls };
}

/** Hands one mail over now, and answers what the server said. */
export async function handOverNow(
  { transport, target }: Subject,
  parcel: Parcel,
  tools: MailTools,
): Promise<Outcome & { tls: string | null }> {
  if (transport === 'sendmail') {
    const outcome = await createSendmail(tools.local.sendmailPath, programLimit(tools.limits)).send(parcel);
    return { ...outcome, tls: null };
  }
  if (!target) return { kind: 'accepted', ...noAnswer, tls: null };
  const line = await openLine(target, tools.limits, trustOf(tools));
  if ('failure' in line) return { kind: 'transport-failed', cause: line.failure, ...wordsOf(line), tls: null };
  const { outcome } = await line.send(parcel).finally(line.close);
  return { ...outcome, tls: line.tls };
}

const trustOf = ({ trustedCertificates }: MailTools) => (trustedCertificates ? { trustedCertificates } : {});
const wordsOf = ({ code, enhancedCode, answer }: ServerAnswer): ServerAnswer => ({ code, enhancedCode, answer });
const found = (said: ServerAnswer, cause: TransportCause | null): Finding => ({ cause, tls: null, ...wordsOf(said) });
