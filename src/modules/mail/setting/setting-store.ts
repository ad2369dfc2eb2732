import type { Generated, Kysely, Selectable } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { TransportCause } from '../mail.ts';

export type MailSettingTable = {
  workspaceId: WorkspaceId;
  transport: 'smtp' | 'test-mailbox' | 'none';
  host: string | null;
  port: number | null;
  encryption: 'none' | 'starttls' | 'tls' | null;
  userName: string | null;
  sealedPassword: Buffer | null;
  senderName: string;
  senderAddress: string;
  /** As the operator's settings say; false as soon as somebody has chosen another way. */
  fromEnvironment: boolean;
  pausedUntil: Date | null;
  pausedSince: Date | null;
  pauseCause: TransportCause | null;
  pauseAnswer: string | null;
  version: Generated<number>;
};

type Database = Kysely<Schema>;

/** A transport without what is secret of it. */
export type Transport = Omit<Selectable<MailSettingTable>, 'workspaceId' | 'sealedPassword' | 'userName' | 'fromEnvironment'>;

const transportColumns = [
  'transport',
  'host',
  'port',
  'encryption',
  'senderName',
  'senderAddress',
  'pausedUntil',
  'pausedSince',
  'pauseCause',
  'pauseAnswer',
  'version',
] as const;

export const findTransport = (db: Database, workspaceId: WorkspaceId): Promise<Transport | undefined> =>
  db.selectFrom('mailSetting').select(transportColumns).where('workspaceId', '=', workspaceId).executeTakeFirst();

export async function insertMailSetting(
  tx: Tx,
  setting: Omit<Selectable<MailSettingTable>, 'pausedUntil' | 'pausedSince' | 'pauseCause' | 'pauseAnswer' | 'version'>,
): Promise<void> {
  await tx.insertInto('mailSetting').values(setting).execute();
}

/** What a start compares with the operator's settings. Holds the sealed password. */
export type AdoptableSetting = Pick<Selectable<MailSettingTable>, (typeof adoptableColumns)[number]>;

const adoptableColumns = [
  'transport',
  'host',
  'port',
  'encryption',
  'userName',
  'sealedPassword',
  'senderAddress',
  'fromEnvironment',
] as const;

/** Held until commit, so that of several servers that start one adopts and the others see it done. */
export const lockMailSetting = (tx: Tx, workspaceId: WorkspaceId): Promise<AdoptableSetting | undefined> =>
  tx.selectFrom('mailSetting').select(adoptableColumns).where('workspaceId', '=', workspaceId).forUpdate().executeTakeFirst();

/** Ends a pause too: it was found with the settings before. */
export async function saveAdoptedSetting(
  tx: Tx,
  workspaceId: WorkspaceId,
  setting: Omit<AdoptableSetting, 'fromEnvironment'>,
): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({
      ...setting,
      pausedSince: null,
      pausedUntil: null,
      pauseCause: null,
      pauseAnswer: null,
      version: eb('version', '+', 1),
    }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}

export type Pause = { workspaceId: WorkspaceId; version: number; cause: TransportCause; answer: string | null; now: Date; until: Date };

/** Pauses a transport, or prolongs its pause, unless its settings have been changed since. Answers whether this began the pause. */
export async function pauseTransport(db: Database, { workspaceId, version, cause, answer, now, until }: Pause): Promise<boolean> {
  const pausing = db
    .updateTable('mailSetting')
    .set({ pausedUntil: until, pauseCause: cause, pauseAnswer: answer })
    .where('workspaceId', '=', workspaceId)
    .where('version', '=', version);
  const begun = await pausing.set({ pausedSince: now }).where('pausedSince', 'is', null).executeTakeFirstOrThrow();
  if (begun.numUpdatedRows > 0n) return true;
  await pausing.execute();
  return false;
}

/** Of several workers only one gets the try at the end of a pause: the others see it prolonged. */
export async function takeProbe(db: Database, workspaceId: WorkspaceId, now: Date, until: Date): Promise<boolean> {
  const row = await db
    .updateTable('mailSetting')
    .set({ pausedUntil: until })
    .where('workspaceId', '=', workspaceId)
    .where('pausedSince', 'is not', null)
    .where('pausedUntil', '<=', now)
    .returning('workspaceId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function resumeTransport(db: Database, workspaceId: WorkspaceId): Promise<void> {
  await db
    .updateTable('mailSetting')
    .set({ pausedSince: null, pausedUntil: null, pauseCause: null, pauseAnswer: null })
    .where('workspaceId', '=', workspaceId)
    .where('pausedSince', 'is not', null)
    .execute();
}
