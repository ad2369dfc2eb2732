import { type ColumnType, type Generated, type Kysely, type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MailboxFailure } from './bounce.ts';

/** `null` until it is known. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined>;

export type BounceMailboxTable = {
  workspaceId: WorkspaceId;
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  sealedPassword: Buffer;
  folder: string;
  /** What happens to a report that was read: it stays as read, or it goes. Other mails are left alone. */
  afterReading: 'keep' | 'delete';
  /** Whether each mail is to carry its own tag in the return path. A mail to such an address was sent then, and came in then. */
  subAddresses: Generated<boolean>;
  subAddressesAskedAt: Later<Date>;
  subAddressesProvenAt: Later<Date>;
  uidValidity: Later<number>;
  lastUid: Generated<number>;
  nextReadAt: Date;
  claimedUntil: Later<Date>;
  claimedBy: Later<string>;
  lastReadAt: Later<Date>;
  failedSince: Later<Date>;
  failure: Later<MailboxFailure>;
  failureAnswer: Later<string>;
};

type Database = Kysely<Schema>;
type Row = Selectable<BounceMailboxTable>;

const chosenColumns = ['host', 'port', 'encryption', 'userName', 'folder', 'afterReading', 'subAddresses'] as const;
const foundColumns = [
  'lastReadAt',
  'nextReadAt',
  'failedSince',
  'failure',
  'failureAnswer',
  'subAddressesAskedAt',
  'subAddressesProvenAt',
] as const;
const positionColumns = ['uidValidity', 'lastUid'] as const;

/** What people set, and the password sealed. */
export type ChosenMailbox = Pick<Row, (typeof chosenColumns)[number] | 'sealedPassword'>;
/** A mailbox with what the last reading found. Holds the sealed password. */
export type StoredMailbox = ChosenMailbox & Pick<Row, (typeof foundColumns)[number]>;
/** A mailbox as it is taken for reading. */
export type ClaimedMailbox = ChosenMailbox & Pick<Row, (typeof positionColumns)[number] | 'failure'>;

export const findMailbox = (db: Database, workspaceId: WorkspaceId): Promise<StoredMailbox | undefined> =>
  db
    .selectFrom('bounceMailbox')
    .select([...chosenColumns, 'sealedPassword', ...foundColumns])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst();

export const lockMailbox = (tx: Tx, workspaceId: WorkspaceId): Promise<StoredMailbox | undefined> =>
  tx
    .selectFrom('bounceMailbox')
    .select([...chosenColumns, 'sealedPassword', ...foundColumns])
    .where('workspaceId', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst();

/**
 * Sets the mailbox up or changes it. Whoever reads it at this moment loses their claim; with `fromStart` it is read from its first mail on. `askAnew`: whether it
 * takes mail to sub-addresses is not known any more.
 */
export async function saveMailbox(
  tx: Tx,
  workspaceId: WorkspaceId,
  { chosen, nextReadAt, fromStart, askAnew }: { chosen: ChosenMailbox; nextReadAt: Date; fromStart: boolean; askAnew: boolean },
): Promise<void> {
  const fresh = { nextReadAt, claimedUntil: null, claimedBy: null, failedSince: null, failure: null, failureAnswer: null };
  const position = fromStart ? { uidValidity: null, lastUid: 0 } : {};
  const proof = askAnew ? { subAddressesAskedAt: null, subAddressesProvenAt: null } : {};
  await tx
    .insertInto('bounceMailbox')
    .values({ workspaceId, ...chosen, nextReadAt })
    .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet({ ...chosen, ...fresh, ...position, ...proof }))
    .execute();
}

export async function deleteMailbox(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.deleteFrom('bounceMailbox').where('workspaceId', '=', workspaceId).execute();
}

type Claim = { workspaceId: WorkspaceId; workerId: string };

/** Takes the mailbox for reading, if it is due and nobody reads it: of two servers one gets it. A claim that is not given back runs out. */
export const claimMailbox = (
  db: Database,
  { workspaceId, workerId, now, until }: Claim & { now: Date; until: Date },
): Promise<ClaimedMailbox | undefined> =>
  db
    .updateTable('bounceMailbox')
    .set({ claimedBy: workerId, claimedUntil: until })
    .where('workspaceId', '=', workspaceId)
    .where('nextReadAt', '<=', now)
    .where((where) => where.or([where('claimedUntil', 'is', null), where('claimedUntil', '<=', now)]))
    .returning([...chosenColumns, 'sealedPassword', ...positionColumns, 'failure'])
    .executeTakeFirst();

/** Whether a mailbox is still ours to read, as it was when it was taken: nobody has changed it or taken it since. */
export async function holdsMailbox(db: Database, { workspaceId, workerId }: Claim): Promise<boolean> {
  const row = await db
    .selectFrom('bounceMailbox')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a mailbox back as it was taken: it is still due. Nothing happens where the claim is lost. */
export async function giveBackMailbox(db: Database, { workspaceId, workerId }: Claim): Promise<void> {
  await db
    .updateTable('bounceMailbox')
    .set({ claimedBy: null, claimedUntil: null })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .execute();
}

/** A mail was sent to see whether sub-addresses come in. */
export async function saveSubAddressesAsked(tx: Tx, workspaceId: WorkspaceId, askedAt: Date): Promise<void> {
  await tx
    .updateTable('bounceMailbox')
    .set({ subAddressesAskedAt: askedAt })
    .where('workspaceId', '=', workspaceId)
    .where('subAddresses', '=', true)
    .execute();
}

/** That mail came in. Answers whether that was news. */
export async function saveSubAddressesProven(tx: Tx, workspaceId: WorkspaceId, provenAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bounceMailbox')
    .set({ subAddressesProvenAt: provenAt })
    .where('workspaceId', '=', workspaceId)
    .where('subAddressesAskedAt', 'is not', null)
    .where('subAddressesProvenAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Remembers how far the mailbox has been read and gives it back. Nothing happens where the claim is lost. */
export async function saveReading(
  db: Database,
  { workspaceId, workerId, ...reading }: Claim & { uidValidity: number; lastUid: number; lastReadAt: Date; nextReadAt: Date },
): Promise<void> {
  await db
    .updateTable('bounceMailbox')
    .set({ ...reading, claimedBy: null, claimedUntil: null, failedSince: null, failure: null, failureAnswer: null })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .execute();
}

/** Remembers why the mailbox could not be read, since when, and gives it back; the position stays. */
export async function saveFailure(
  db: Database,
  { workspaceId, workerId, now, ...fault }: Claim & { now: Date; nextReadAt: Date; failure: MailboxFailure; failureAnswer: string | null },
): Promise<void> {
  await db
    .updateTable('bounceMailbox')
    .set({ ...fault, claimedBy: null, claimedUntil: null, failedSince: sql`coalesce(failed_since, ${now})` })
    .where('workspaceId', '=', workspaceId)
    .where('claimedBy', '=', workerId)
    .execute();
}
