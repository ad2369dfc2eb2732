import { displayAddress, isAddress, parseAddress } from '../../../platform/address.ts';
import { type Id, newId } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Tx, Work } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { oneLine, shortened } from '../template/wording.ts';
import { speaksOfAddress } from './address-verdict.ts';
import { wakeMails } from './aside-store.ts';
import type { AddressMarkView } from './contract.ts';
import {
  countHeldForAddress,
  findAddressMark,
  findLastRelease,
  insertAddressMark,
  listOpenMarks,
  releaseAddressMark,
} from './hold-store.ts';
import { lockMessageByHeader, lockReportedMessage, type ReportedMessage, saveBounce, saveDelay } from './reported-store.ts';
import { presentMark } from './views.ts';

/** What a server behind ours reports about one of our mails. `permanent`: it will not arrive any more. `temporary`: the server still tries. */
export type BounceReport = {
  messageId: Id<'message'>;
  recipientAddress: string;
  kind: 'permanent' | 'temporary';
  /** RFC 3463, `5.1.1`. */
  status: string | null;
  /** The words of the server, without secrets. */
  answer: string | null;
  reportedAt: Date;
};

export type BounceVerdict = 'recorded' | 'already-known' | 'unknown-message' | 'other-recipient';

const longestAnswer = 500;

/**
 * Writes down that a mail came back. Where what was said speaks of the address, it is marked, and further mails to it are held until it is changed or
 * released. A report about another recipient than the one it was sent to counts for nothing; nor does a late report mark an address that was released since.
 * One that comes between „Erneut versuchen“ and the next try is about an earlier one: it must not end the mail. `isStale`: the caller knows that it
 * says nothing new.
 */
export async function recordBounce(
  { tx, now, workspace, record }: Work,
  report: BounceReport,
  { isStale = false } = {},
): Promise<BounceVerdict> {
  const message = await lockReportedMessage(tx, workspace.id, report.messageId);
  if (!message) return 'unknown-message';
  if (keyOf(report.recipientAddress) !== keyOf(message.recipientAddress)) return 'other-recipient';
  if (message.bouncedAt || message.isReopened || isStale) return 'already-known';

  const said = { status: report.status, answer: report.answer && shortened(oneLine(report.answer), longestAnswer) };
  const about = { workspaceId: workspace.id, id: message.id, ...said };
  const subject = { type: 'message', id: message.id };
  const personal = { after: { address: message.recipientAddress } };
  if (report.kind === 'temporary') {
    if (isKnownDelay(message, said)) return 'already-known';
    await saveDelay(tx, { ...about, acceptedAt: report.reportedAt });
    record('message.delayed', subject, { after: { status: report.status }, personal });
    return 'recorded';
  }
  await saveBounce(tx, { ...about, bouncedAt: report.reportedAt });
  const marked = speaksOfAddress(said) && (await isFresh(tx, workspace.id, message)) && (await markOf(tx, { ...about, now, message }));
  record('message.bounced', subject, { after: { status: report.status, marked }, personal });
  return 'recorded';
}

/** A server that keeps trying says so every few hours. */
const isKnownDelay = ({ bounceStatus, bounceAnswer }: ReportedMessage, { status }: { status: string | null }): boolean =>
  (bounceStatus !== null || bounceAnswer !== null) && bounceStatus === status;

/** A mail that had left before the address was last released says nothing new about it. */
async function isFresh(tx: Tx, workspaceId: WorkspaceId, message: ReportedMessage): Promise<boolean> {
  const released = await findLastRelease(tx, workspaceId, keyOf(message.recipientAddress));
  return !released || (message.acceptedAt ?? message.queuedAt) > released;
}

type Marking = { workspaceId: WorkspaceId; now: Date; message: ReportedMessage; status: string | null; answer: string | null };

const markOf = (tx: Tx, { workspaceId, now, message, status, answer }: Marking): Promise<boolean> =>
  insertAddressMark(tx, {
    workspaceId,
    id: newId<'address-mark'>(now),
    addressKey: keyOf(message.recipientAddress),
    cause: 'bounced',
    since: now,
    messageId: message.id,
    status,
    answer,
  });

/** The key that says whether two addresses are the same (rule 10); what is no address is compared as it stands. */
export function keyOf(address: string): string {
  const parsed = parseAddress(address);
  return isAddress(parsed) ? parsed.key : address.trim().toLowerCase();
}

/** The mail with this Message-ID, with or without its angle brackets, locked until commit; `undefined` where it is none of ours. */
export function findMessageByMessageId(tx: Tx, workspaceId: WorkspaceId, messageIdHeader: string): Promise<ReportedMessage | undefined> {
  const bare = messageIdHeader.trim().replace(/^<|>$/g, '');
  return lockMessageByHeader(tx, workspaceId, `<${bare}>`);
}

/** Whether mails to an address are held, for the page of whoever has it. */
export async function getAddressMark({ tx, workspace }: Work, address: string, variant: Variant): Promise<AddressMarkView | null> {
  const mark = await findAddressMark(tx, workspace.id, keyOf(address));
  return mark ? presentMark(mark, variant) : null;
}

const marksShown = 5;

/** The addresses that were marked since a moment and still are: how many, and the newest of them with whom the mail was for. */
export async function readNewMarks({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, since: Date) {
  const { count, newest } = await listOpenMarks(tx, workspace.id, { since, limit: marksShown });
  return {
    count,
    newest: newest.map(({ addressKey, since, ...mark }) => ({ address: displayAddress(addressKey), since: since.toISOString(), ...mark })),
  };
}

/** „Adresse freigeben“: mails that were held for the address go on by themselves. Answers how many wait; releasing what is free changes nothing. */
export async function releaseAddress(
  { tx, now, actor, workspace, record }: Work,
  address: string,
): Promise<{ released: boolean; waiting: number }> {
  const addressKey = keyOf(address);
  const waiting = await countHeldForAddress(tx, workspace.id, addressKey, now);
  const releasedBy = actor.kind === 'user' ? actor.userId : null;
  const mark = await releaseAddressMark(tx, { workspaceId: workspace.id, addressKey, releasedAt: now, releasedBy });
  if (!mark) return { released: false, waiting: 0 };
  await wakeMails(tx, workspace.id, { addressKey });
  const subject = mark.messageId ? { type: 'message', id: mark.messageId } : { type: 'workspace', id: workspace.id };
  record('address.released', subject, { personal: { after: { address: displayAddress(addressKey) } } });
  return { released: true, waiting };
}
