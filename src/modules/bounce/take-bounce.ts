import { createHash } from 'node:crypto';
import { days, later } from '../../platform/clock.ts';
import { type Id, newId } from '../../platform/id.ts';
import type { Vault } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { findMessageByMessageId, lockMessage, recordBounce, taggedIdIn } from '../mail/index.ts';
import { type Bounce, type BounceKind, type BounceWay, claimOf, isMatched, type ReadMail, type RecipientReport } from './bounce.ts';
import { countReports, findLastUnmatched, findMatchedBounce, forgetUnmatched, saveBounce } from './report-store.ts';

/** What became of one recipient's report. */
export type TakenReport = Pick<Bounce, 'outcome' | 'kind' | 'recipientAddress' | 'status' | 'answer' | 'messageId'>;

/** So many reports without effect are kept for looking at. */
export const unmatchedKept = 1000;

/** So many reports about one mail are kept; after that only its end is news. */
const mostReports = 20;

export type BounceSource = { way: BounceWay; vault: Pick<Vault, 'sign'> };

/**
 * Takes in a mail that was read: what it reports is believed where it names a mail that this workspace has handed over, by its Message-ID or by the tag of the
 * address it came to, and that mail's own recipient. Anybody can write to a return path; but a Message-ID of ours holds 74 random bits, a tag is signed, and
 * both are known to whoever had the mail only. What is not believed is kept without effect. The same mail twice, or by both ways, counts once, whatever has
 * happened to its address meanwhile.
 */
export async function takeBounce(work: Work, mail: ReadMail, { way, vault }: BounceSource): Promise<TakenReport[]> {
  const { tx, now, workspace } = work;
  const digest = digestOf(mail);
  const taggedId = taggedIdIn(mail.sentTo, { workspaceId: workspace.id, vault }) as Id<'message'> | undefined;
  const lastUnmatched = await findLastUnmatched(tx, workspace.id);
  const taken: TakenReport[] = [];
  for (const [at, report] of mail.reports.entries()) {
    const place = { digest, number: at + 1 };
    const known = await findMatchedBounce(tx, workspace.id, place);
    const { isKept, ...one } = known ? { ...reportOf(known), isKept: false } : await takeReport(work, report, taggedId);
    if (isKept)
      await saveBounce(tx, { workspaceId: workspace.id, id: newId(now), ...place, receivedAt: now, way, subject: mail.subject, ...one });
    taken.push(one);
  }
  if (taken.some(({ messageId }) => !messageId)) await forgetUnmatched(tx, workspace.id, unmatchedKept);
  tellUnmatched(work, taken, lastUnmatched);
  return taken;
}

const reportOf = ({ kind, recipientAddress, status, answer, messageId }: Bounce): TakenReport => ({
  outcome: 'already-known',
  kind,
  recipientAddress,
  status,
  answer,
  messageId,
});

/** The first in a day is told: anybody can send such ones, as many as they like, and the list shows the others. */
function tellUnmatched({ now, workspace, record }: Work, taken: TakenReport[], last: Date | undefined): void {
  const unmatched = taken.find(({ outcome }) => !isMatched(outcome) && outcome !== 'no-failure');
  if (!unmatched || (last && last > later(now, -days(1)))) return;
  record('bounce.unmatched', { type: 'workspace', id: workspace.id }, { after: { outcome: unmatched.outcome } });
}

type Taken = TakenReport & { isKept: boolean };

async function takeReport(work: Work, report: RecipientReport, taggedId: Id<'message'> | undefined): Promise<Taken> {
  const { status, answer } = report;
  const claim = claimOf(report);
  const said = { recipientAddress: report.originalRecipient ?? report.finalRecipient, status, answer, messageId: null, isKept: true };
  if (claim === 'no-failure' || claim === 'contradiction') return { ...said, kind: null, outcome: claim };
  const found = await believe(work, report, { kind: claim, taggedId });
  return { ...said, ...found, kind: claim };
}

type Belief = Pick<TakenReport, 'outcome' | 'messageId'> & { recipientAddress?: string; isKept?: boolean };

/** A mail that was forwarded fails at an address that we do not know; the report then names ours as the original one. */
async function believe(
  work: Work,
  report: RecipientReport,
  { kind, taggedId }: { kind: BounceKind; taggedId: Id<'message'> | undefined },
): Promise<Belief> {
  const { tx, now, workspace } = work;
  const message = await findReported(work, report, taggedId);
  // What no server was ever asked to take cannot come back.
  if (!message || message.attempts === 0) return { outcome: 'unknown-message', messageId: null };
  const { originalRecipient, finalRecipient, status, answer } = report;
  const so = await countReports(tx, workspace.id, { messageId: message.id, status });
  const isStale = kind === 'temporary' && (so.delays > 0 || so.all >= mostReports);
  for (const recipientAddress of spellings([finalRecipient, originalRecipient])) {
    const told = { messageId: message.id, recipientAddress, kind, status, answer, reportedAt: now };
    const outcome = await recordBounce(work, told, { isStale });
    if (outcome === 'unknown-message') return { outcome, messageId: null };
    if (outcome !== 'other-recipient')
      return { outcome, messageId: message.id, recipientAddress, isKept: outcome === 'recorded' || so.all < mostReports };
  }
  return { outcome: 'other-recipient', messageId: null };
}

/** By its Message-ID; where the report names none, or one that a server on the way has made up, by the address that it came to. */
async function findReported({ tx, workspace }: Work, { reportedMessageId }: RecipientReport, taggedId: Id<'message'> | undefined) {
  const named = reportedMessageId ? await findMessageByMessageId(tx, workspace.id, reportedMessageId) : undefined;
  return named ?? (taggedId && lockMessage(tx, workspace.id, taggedId));
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
