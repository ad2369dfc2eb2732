import type { Generated, Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { AccessId } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { AgreedTo, Registration, RegistrationRequest, Typed } from './registration.ts';

export type RegistrationRequestTable = RegistrationRequest & { workspaceId: WorkspaceId; tries: Generated<number> };
export type RegistrationTable = Registration & { workspaceId: WorkspaceId };
export type ConsentGivenTable = {
  workspaceId: WorkspaceId;
  accountId: AccountId;
  portalId: PortalId;
  key: string;
  version: number;
  givenAt: Date;
  confirmedAt: Date;
};
export type SpentProofTable = { workspaceId: WorkspaceId; challenge: string; expiresAt: Date };

const typedColumns = [
  'salutation',
  'firstName',
  'lastName',
  'customerNumber',
  'postalCode',
  'companyName',
  'consents',
  'variant',
] as const satisfies (keyof Typed)[];

const json = (consents: readonly AgreedTo[]) => JSON.stringify(consents) as unknown as AgreedTo[];

export async function insertRequest(tx: Tx, workspaceId: WorkspaceId, request: RegistrationRequest): Promise<void> {
  await tx
    .insertInto('registrationRequest')
    .values({ ...request, workspaceId, consents: json(request.consents) })
    .execute();
}

/** Takes the oldest request out of the table, those that failed before last; two workers never take the same one. */
export const takeRequest = (tx: Tx, workspaceId: WorkspaceId): Promise<RegistrationRequest | undefined> =>
  tx
    .deleteFrom('registrationRequest')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('registrationRequest')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .orderBy('tries')
        .orderBy('requestedAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'portalId', 'email', ...typedColumns, 'passwordHash', 'requestedAt'])
    .executeTakeFirst();

/** Counts a failed try; the request then lets others go first, and is dropped after the last try. */
export async function countFailedTry(tx: Tx, workspaceId: WorkspaceId, id: RegistrationRequest['id'], mostTries: number): Promise<void> {
  const { tries } = (await tx
    .updateTable('registrationRequest')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirst()) ?? { tries: 0 };
  if (tries >= mostTries) await dropRequest(tx, workspaceId, id);
}

export async function dropRequest(tx: Tx, workspaceId: WorkspaceId, id: RegistrationRequest['id']): Promise<void> {
  await tx.deleteFrom('registrationRequest').where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

const columns = [
  'id',
  'accountId',
  'portalId',
  ...typedColumns,
  'passwordHash',
  'requestedAt',
  'mailedAt',
  'activatedAt',
  'refusedAt',
] as const;

/** What an account typed for a portal. Decisions are made under the account's lock. */
export const findRegistration = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  portalId: PortalId,
): Promise<Registration | undefined> =>
  db
    .selectFrom('registration')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('portalId', '=', portalId)
    .executeTakeFirst();

/** What is typed last counts: it takes the place of what an account had typed for this portal before. */
export async function putRegistration(tx: Tx, workspaceId: WorkspaceId, registration: Registration): Promise<void> {
  const { id, accountId, portalId, ...rest } = { ...registration, consents: json(registration.consents) };
  await tx
    .insertInto('registration')
    .values({ id, accountId, portalId, ...rest, workspaceId })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'accountId', 'portalId']).doUpdateSet(rest))
    .execute();
}

export async function saveRegistration(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: Registration['id'],
  change: Partial<Pick<Registration, 'mailedAt' | 'activatedAt' | 'refusedAt' | 'passwordHash'>>,
): Promise<void> {
  await tx.updateTable('registration').set(change).where('workspaceId', '=', workspaceId).where('id', '=', id).execute();
}

/** The access waits for the link of its mail from now on (B111), under the name that was typed for it. */
export async function markActivationSent(
  tx: Tx,
  workspaceId: WorkspaceId,
  accessId: AccessId,
  { givenName, now }: { givenName: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ activationSentAt: now, givenName, version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .where('registeredAt', 'is', null)
    .execute();
}

/** The link was followed (B113). */
export async function markActivated(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, now: Date): Promise<void> {
  await tx
    .updateTable('access')
    .set((eb) => ({ registeredAt: eb.fn.coalesce('registeredAt', eb.val(now)), version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', accessId)
    .execute();
}

/** Keeps what somebody agreed to. A wording that they agreed to before keeps its first time. */
export async function insertConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  { accountId, portalId, consents, requestedAt }: Pick<Registration, 'accountId' | 'portalId' | 'consents' | 'requestedAt'>,
  now: Date,
): Promise<void> {
  if (!consents.length) return;
  await tx
    .insertInto('consentGiven')
    .values(
      consents.map(({ key, version }) => ({ workspaceId, accountId, portalId, key, version, givenAt: requestedAt, confirmedAt: now })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What an account agreed to in a portal, the oldest first. */
export const listConsentsGiven = (
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  portalId: PortalId,
): Promise<(AgreedTo & { givenAt: Date; confirmedAt: Date })[]> =>
  db
    .selectFrom('consentGiven')
    .select(['key', 'version', 'givenAt', 'confirmedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('portalId', '=', portalId)
    .orderBy('givenAt')
    .orderBy('key')
    .execute();

/** Whether the proof counts: of two forms with the same one the database lets only the first through. */
export async function spendProof(
  tx: Tx,
  workspaceId: WorkspaceId,
  { challenge, expiresAt }: Pick<SpentProofTable, 'challenge' | 'expiresAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('spentProof')
    .values({ workspaceId, challenge, expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Forgets proofs that have run out, and so count no more anyway. */
export async function deleteOldProofs(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await tx.deleteFrom('spentProof').where('workspaceId', '=', workspaceId).where('expiresAt', '<=', now).execute();
}
