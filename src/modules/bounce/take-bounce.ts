import { createHash } from 'node:crypto';
import { newId } from '../../platform/id.ts';
import type { Work } from '../../platform/work.ts';
import { findMessageByMessageId, recordBounce } from '../mail/index.ts';
import { type Bounce, type BounceKind, type BounceWay, claimOf, type ReadMail, type RecipientReport } from './bounce.ts';
import { forgetUnmatched, saveBounce } from './store.ts';

/** What became of one recipient's report. */
export type TakenReport = Pick<Bounce, 'outcome' | 'kind' | 'recipientAddress' | 'status' | 'answer' | 'messageId'>;

/** So many reports without effect are kept for looking at. */
const unmatchedKept = 1000;

/**
 * Takes in a mail that was read: what it reports is believed where it names the Message-ID of a mail that this workspace has handed over, and that mail's
 * own recipient. Anybody can write to a return path; but a Message-ID of ours holds 74 random bits and is known to whoever had the mail only.
 * What is not believed is kept without effect. The same mail twice, or by both ways, counts once.
 */
export async function takeBounce(work: Work, mail: ReadMail, way: BounceWay): Promise<TakenReport[]> {
  const { tx, now, workspace } = work;
  const digest = digestOf(mail);
  const taken: TakenReport[] = [];
  for (const [at, report] of mail.reports.entries()) {
    const one = await takeReport(work, report);
    await saveBounce(tx, {
      workspaceId: workspace.id,
      id: newId(now),
      digest,
      number: at + 1,
      receivedAt: now,
      way,
      subject: mail.subject,
      ...one,
    });
    taken.push(one);
  }
  if (taken.some(({ messageId }) => !messageId)) await forgetUnmatched(tx, workspace.id, unmatchedKept);
  return taken;
}

async function takeReport(work: Work, report: RecipientReport): Promise<TakenReport> {
  const { status, answer } = report;
  const claim = claimOf(report);
  const said = { recipientAddress: report.originalRecipient ?? report.finalRecipient, status, answer, messageId: null };
  if (claim === 'no-failure' || claim === 'contradiction') return { ...said, kind: null, outcome: claim };
  const found = await believe(work, report, claim);
  return { ...said, ...found, kind: claim };
}

/** A mail that was forwarded fails at an address that we do not know; the report then names ours as the original one. */
async function believe(
  work: Work,
  { reportedMessageId, originalRecipient, finalRecipient, status, answer }: RecipientReport,
  kind: BounceKind,
): Promise<Pick<TakenReport, 'outcome' | 'messageId'> & { recipientAddress?: string }> {
  const message = reportedMessageId ? await findMessageByMessageId(work.tx, work.workspace.id, reportedMessageId) : undefined;
  // What no server was ever asked to take cannot come back.
  if (!message || message.attempts === 0) return { outcome: 'unknown-message', messageId: null };
  for (const recipientAddress of spellings([finalRecipient, originalRecipient])) {
    const outcome = await recordBounce(work, { messageId: message.id, recipientAddress, kind, status, answer, reportedAt: work.now });
    if (outcome === 'unknown-message') return { outcome, messageId: null };
    if (outcome !== 'other-recipient') return { outcome, messageId: message.id, recipientAddress };
  }
  return { outcome: 'other-recipient', messageId: null };
}

/** An original recipient may come as xtext (RFC 3461, 4): `anna+2Bx@kunde.example`. */
function spellings(addresses: readonly (string | null)[]): string[] {
  const given = addresses.filter((address) => address !== null);
  const plain = given.map((address) =>
    address.replace(/\+([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  return [...new Set([...given, ...plain])];
}

/** By which the same report is known again. On its way through servers a mail gets other headers, so its bytes do not do. */
function digestOf({ ownMessageId, subject, date, reports }: ReadMail): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([ownMessageId ?? [subject, date], reports]))
    .digest();
}
