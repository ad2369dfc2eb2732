import { type Kysely, sql } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import { type AccountId, accountNameKey } from '../account/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { ContactId } from './contact.ts';

/** Whoever leads a login to this address waits for the others who do, until commit: two never take one address at the same moment. */
export async function lockAddress(tx: Tx, workspaceId: WorkspaceId, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} ${address.toLowerCase()}`}, 0))`.execute(tx);
}

/**
 * Another login, in one of the portals of this one, that has this address or signs in with it (B078). A registration that nobody has confirmed keeps nobody
 * from their address.
 */
export const findLoginAt = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  address: string,
): Promise<{ id: AccountId } | undefined> =>
  db
    .selectFrom('account')
    .innerJoin('access', (join) =>
      join.onRef('access.workspaceId', '=', 'account.workspaceId').onRef('access.accountId', '=', 'account.id'),
    )
    .select('account.id')
    .where('account.workspaceId', '=', workspaceId)
    .where('account.kind', '=', 'portal')
    .where('account.id', '<>', accountId)
    .where('account.deletedAt', 'is', null)
    .where('access.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([eb(sql`lower(account.email)`, '=', address.toLowerCase()), eb('account.accountNameKey', '=', accountNameKey(address))]),
    )
    .where((eb) =>
      eb.or([
        eb('account.passwordHash', 'is not', null),
        eb('access.origin', '<>', 'self-registration'),
        eb('access.registeredAt', 'is not', null),
        eb('access.pending', '=', false),
      ]),
    )
    .where('access.portalId', 'in', (eb) =>
      eb
        .selectFrom('access as own')
        .select('own.portalId')
        .where('own.workspaceId', '=', workspaceId)
        .where('own.accountId', '=', accountId)
        .where('own.deletedAt', 'is', null),
    )
    .limit(1)
    .executeTakeFirst();

/** Locks the contacts that a login acts for, before the login itself: who saves a contact takes them in this order. Answers them with their addresses. */
export const lockContactsOfAccount = (
  tx: Tx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): Promise<{ id: ContactId; email: string | null }[]> =>
  tx
    .selectFrom('contact')
    .select(['contact.id', 'contact.email'])
    .where('contact.workspaceId', '=', workspaceId)
    .where('contact.id', 'in', (eb) =>
      eb
        .selectFrom('assignment')
        .innerJoin('access', (join) =>
          join.onRef('access.workspaceId', '=', 'assignment.workspaceId').onRef('access.id', '=', 'assignment.accessId'),
        )
        .select('assignment.contactId')
        .where('assignment.workspaceId', '=', workspaceId)
        .where('access.accountId', '=', accountId)
        .where('access.deletedAt', 'is', null),
    )
    .orderBy('contact.id')
    .forUpdate()
    .execute();
