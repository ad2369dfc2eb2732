import type { ColumnType, Generated, Kysely, Selectable } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Known, Report, Worsening } from './mail-domain.ts';

/** Written as text: the driver would take an array for one of PostgreSQL's own. */
type Json<Value> = ColumnType<Value, string | undefined, string>;

export type MailDomainTable = {
  workspaceId: WorkspaceId;
  /** The names of the DKIM keys that our mails are signed with, as a person has set them. */
  dkimSelectors: Generated<string[]>;
  /** What stands for our mail server in the SPF record, as a person has said; empty: it is derived. */
  spfMechanisms: Generated<string[]>;
  /** Until then one server is at a check that was due. */
  claimedUntil: Date | null;
  checkedAt: Date | null;
  basis: string | null;
  report: ColumnType<Report | null, string | null, string | null>;
  known: Json<Known>;
  /** What has become worse and not better since. */
  alarm: Json<Worsening[]>;
  alarmSince: Date | null;
  version: Generated<number>;
};

export type MailDomain = Omit<Selectable<MailDomainTable>, 'workspaceId' | 'claimedUntil'>;

const columns = ['dkimSelectors', 'spfMechanisms', 'checkedAt', 'basis', 'report', 'known', 'alarm', 'alarmSince', 'version'] as const;

/** `undefined`: never checked, nothing set. */
export const findMailDomain = (db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<MailDomain | undefined> =>
  db.selectFrom('mailDomain').select(columns).where('workspaceId', '=', workspaceId).executeTakeFirst();

/** Held until commit; a row is made where there is none. */
export async function lockMailDomain(tx: Tx, workspaceId: WorkspaceId): Promise<MailDomain> {
  await tx
    .insertInto('mailDomain')
    .values({ workspaceId })
    .onConflict((conflict) => conflict.column('workspaceId').doNothing())
    .execute();
  return tx.selectFrom('mailDomain').select(columns).where('workspaceId', '=', workspaceId).forUpdate().executeTakeFirstOrThrow();
}

/** Answers whether this server has the check now: of several that find it due, one gets it, and none that saw the state before another's check. */
export async function claimCheck(
  db: Kysely<Schema>,
  { workspaceId, seen, now, until }: { workspaceId: WorkspaceId; seen: Date | null; now: Date; until: Date },
): Promise<boolean> {
  const claimed = await db
    .insertInto('mailDomain')
    .values({ workspaceId, claimedUntil: until })
    .onConflict((conflict) =>
      conflict
        .column('workspaceId')
        .doUpdateSet({ claimedUntil: until })
        .where((eb) => eb.or([eb('mailDomain.claimedUntil', 'is', null), eb('mailDomain.claimedUntil', '<=', now)]))
        .where('mailDomain.checkedAt', 'is not distinct from', seen),
    )
    .returning('workspaceId')
    .execute();
  return claimed.length > 0;
}

export async function saveReport(
  tx: Tx,
  workspaceId: WorkspaceId,
  { checkedAt, basis, report, known, alarm, alarmSince }: Omit<MailDomain, 'dkimSelectors' | 'spfMechanisms' | 'version'>,
): Promise<void> {
  await tx
    .updateTable('mailDomain')
    .set({
      checkedAt,
      basis,
      report: JSON.stringify(report),
      known: JSON.stringify(known),
      alarm: JSON.stringify(alarm),
      alarmSince,
      claimedUntil: null,
    })
    .where('workspaceId', '=', workspaceId)
    .execute();
}

/** What people say about the domain. */
export type Stated = Pick<MailDomain, 'dkimSelectors' | 'spfMechanisms'>;

export async function saveStated(tx: Tx, workspaceId: WorkspaceId, { dkimSelectors, spfMechanisms }: Stated): Promise<void> {
  await tx
    .updateTable('mailDomain')
    .set((eb) => ({ dkimSelectors, spfMechanisms, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .execute();
}

/** What is known stays as it is, so that only a further change for the worse is an alarm again. */
export async function endAlarm(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx.updateTable('mailDomain').set({ alarm: '[]', alarmSince: null }).where('workspaceId', '=', workspaceId).execute();
}
