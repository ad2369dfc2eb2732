import type { ColumnType, Generated, Insertable, Kysely, Selectable } from 'kysely';
import type { Tx } from '../../../platform/work.ts';
import type { Schema } from '../../schema.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { TransportCause, TransportKind } from '../mail.ts';

/** `null` unless somebody has set it. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined>;

export type MailSettingTable = {
  workspaceId: WorkspaceId;
  transport: TransportKind;
  host: string | null;
  port: number | null;
  encryption: 'none' | 'starttls' | 'tls' | null;
  userName: string | null;
  sealedPassword: Buffer | null;
  senderName: string;
  senderAddress: string;
  /** The address on the envelope, where it is another one than the sender's: mails that come back go there. */
  returnPath: Optional<string>;
  /** Whether each mail carries its own tag in that address. */
  returnPathTags: Generated<boolean>;
  /** Counts people's changes to the settings of bounces. */
  bounceVersion: Generated<number>;
  replyTo: Optional<string>;
  /** Who gets a copy of every mail, its link masked. */
  bcc: Optional<string>;
  headerDe: Optional<string>;
  headerEn: Optional<string>;
  footerDe: Optional<string>;
  footerEn: Optional<string>;
  signatureDe: Optional<string>;
  signatureEn: Optional<string>;
  /** As the operator's settings say; false as soon as somebody has chosen another way. */
  fromEnvironment: boolean;
  pausedUntil: Date | null;
  pausedSince: Date | null;
  pauseCause: TransportCause | null;
  pauseAnswer: string | null;
  /** What the last check found, and of what. */
  checkedAt: Optional<Date>;
  checkTransport: Optional<TransportKind>;
  checkHost: Optional<string>;
  checkPort: Optional<number>;
  /** `null`: it worked. */
  checkCause: Optional<TransportCause>;
  checkTls: Optional<string>;
  checkCode: Optional<number>;
  checkEnhancedCode: Optional<string>;
  checkAnswer: Optional<string>;
  /** What was checked, with its password. */
  sealedCheck: Optional<Buffer>;
  /** Whether what was checked is what is stored. */
  checkIsCurrent: Generated<boolean>;
  version: Generated<number>;
};

type Database = Kysely<Schema>;
type Row = Selectable<MailSettingTable>;

/** What stands in every mail besides its template. Plain text; a line break is a line break. */
export const letterTextNames = ['headerDe', 'headerEn', 'footerDe', 'footerEn', 'signatureDe', 'signatureEn'] as const;
export type LetterTexts = Pick<Row, (typeof letterTextNames)[number]>;

const serverColumns = ['transport', 'host', 'port', 'encryption'] as const;
const senderColumns = ['senderName', 'senderAddress', 'replyTo', 'returnPath'] as const;
const pauseColumns = ['pausedUntil', 'pausedSince', 'pauseCause', 'pauseAnswer'] as const;
const checkColumns = [
  'checkedAt',
  'checkTransport',
  'checkHost',
  'checkPort',
  'checkCause',
  'checkTls',
  'checkCode',
  'checkEnhancedCode',
  'checkAnswer',
  'checkIsCurrent',
] as const;

const transportColumns = [
  ...serverColumns,
  ...senderColumns,
  'bcc',
  ...letterTextNames,
  ...pauseColumns,
  ...checkColumns,
  'version',
] as const;

/** A transport without what is secret of it. */
export type Transport = Pick<Row, (typeof transportColumns)[number]>;

/** All that sending needs. Holds the sealed password. */
export const sendingColumns = [
  'workspaceId',
  ...serverColumns,
  'userName',
  'sealedPassword',
  ...senderColumns,
  'returnPathTags',
  'fromEnvironment',
  ...pauseColumns,
  'version',
] as const;
export type SendingSetting = Pick<Row, (typeof sendingColumns)[number]>;

export const findSendingSetting = (db: Database, workspaceId: WorkspaceId): Promise<SendingSetting | undefined> =>
  db.selectFrom('mailSetting').select(sendingColumns).where('workspaceId', '=', workspaceId).executeTakeFirst();

export const findTransport = (db: Database, workspaceId: WorkspaceId): Promise<Transport | undefined> =>
  db.selectFrom('mailSetting').select(transportColumns).where('workspaceId', '=', workspaceId).executeTakeFirst();

export async function insertMailSetting(
  tx: Tx,
  setting: Omit<Insertable<MailSettingTable>, 'pausedUntil' | 'pausedSince' | 'pauseCause' | 'pauseAnswer' | 'version'>,
): Promise<void> {
  await tx.insertInto('mailSetting').values(setting).execute();
}

/** Everything about a transport, its sealed password and the sealed subject of its last check too. */
export type StoredSetting = Pick<Row, (typeof storedColumns)[number]>;

const storedColumns = [...transportColumns, 'userName', 'sealedPassword', 'fromEnvironment', 'sealedCheck'] as const;

export const findMailSetting = (db: Database, workspaceId: WorkspaceId): Promise<StoredSetting | undefined> =>
  db.selectFrom('mailSetting').select(storedColumns).where('workspaceId', '=', workspaceId).executeTakeFirst();

/** Held until commit, so that of several servers that start one adopts and the others see it done. */
export const lockMailSetting = (tx: Tx, workspaceId: WorkspaceId): Promise<StoredSetting | undefined> =>
  tx.selectFrom('mailSetting').select(storedColumns).where('workspaceId', '=', workspaceId).forUpdate().executeTakeFirst();

/** What people set. */
export type ChosenSetting = Pick<
  Row,
  | (typeof serverColumns)[number]
  | 'userName'
  | 'sealedPassword'
  | 'senderName'
  | 'senderAddress'
  | 'replyTo'
  | 'bcc'
  | keyof LetterTexts
  | 'checkIsCurrent'
>;

/** Writes what people have set, which from then on is theirs and not the operator's. Ends a pause: it was found with the settings before. */
export async function saveChosenSetting(tx: Tx, workspaceId: WorkspaceId, setting: ChosenSetting): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({ ...setting, ...noPause, fromEnvironment: false, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}

const noPause = { pausedSince: null, pausedUntil: null, pauseCause: null, pauseAnswer: null };

export type Check = Pick<Row, Exclude<(typeof checkColumns)[number], 'checkedAt'> | 'sealedCheck'> & { checkedAt: Date };

/** The settings themselves stay as they are, and so does their version. */
export async function saveCheck(tx: Tx, workspaceId: WorkspaceId, check: Check): Promise<void> {
  await tx.updateTable('mailSetting').set(check).where('workspaceId', '=', workspaceId).execute();
}

/** Whether any mail was accepted after that moment. */
export async function hasSentSince(db: Database, workspaceId: WorkspaceId, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('message')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('acceptedAt', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a start takes over from the operator's settings. */
export type AdoptedSetting = Pick<Row, (typeof serverColumns)[number] | 'userName' | 'sealedPassword' | 'senderAddress'>;

/** Ends a pause too: it was found with the settings before. */
export async function saveAdoptedSetting(tx: Tx, workspaceId: WorkspaceId, setting: AdoptedSetting): Promise<void> {
  await tx
    .updateTable('mailSetting')
    .set((eb) => ({
      ...setting,
      ...noPause,
      checkIsCurrent: false,
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

/** Ends the pause of these settings; one that was found with newer settings stays. */
export async function resumeTransport(db: Database, workspaceId: WorkspaceId, version: number): Promise<void> {
  await db
    .updateTable('mailSetting')
    .set(noPause)
    .where('workspaceId', '=', workspaceId)
    .where('version', '=', version)
    .where('pausedSince', 'is not', null)
    .execute();
}
