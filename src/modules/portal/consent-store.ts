import type { Kysely } from 'kysely';
import type { Tx } from '../../platform/work.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Consent } from './consent.ts';
import type { PortalId } from './portal.ts';

export type PortalConsentTable = Consent & { workspaceId: WorkspaceId; position: number; createdAt: Date; retiredAt: Date | null };

const columns = ['portalId', 'key', 'version', 'textDe', 'textEn', 'url', 'required'] as const;

/** What these portals ask people to agree to today, in order. */
export const listConsents = (db: Kysely<Schema>, workspaceId: WorkspaceId, portalIds: readonly PortalId[]): Promise<Consent[]> =>
  portalIds.length
    ? db
        .selectFrom('portalConsent')
        .select(columns)
        .where('workspaceId', '=', workspaceId)
        .where('portalId', 'in', portalIds)
        .where('retiredAt', 'is', null)
        .orderBy('position')
        .orderBy('key')
        .execute()
    : Promise.resolve([]);

/** Every wording that a portal ever had, the newest version of each key first: what somebody agreed to then can be read for ever. */
export const listWordings = (db: Kysely<Schema>, workspaceId: WorkspaceId, portalId: PortalId): Promise<Consent[]> =>
  db
    .selectFrom('portalConsent')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute();

export async function insertConsent(tx: Tx, workspaceId: WorkspaceId, consent: Consent, position: number, now: Date): Promise<void> {
  await tx
    .insertInto('portalConsent')
    .values({ ...consent, workspaceId, position, createdAt: now, retiredAt: null })
    .execute();
}

/** What may change without being another agreement: whether it is required, and its place. */
export async function saveConsent(
  tx: Tx,
  workspaceId: WorkspaceId,
  { portalId, key, version, required }: Pick<Consent, 'portalId' | 'key' | 'version' | 'required'>,
  position: number,
): Promise<void> {
  await tx
    .updateTable('portalConsent')
    .set({ required, position })
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('key', '=', key)
    .where('version', '=', version)
    .execute();
}

/** From now on nobody is asked for these any more; what was agreed to stays. */
export async function retireConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  portalId: PortalId,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('portalConsent')
    .set({ retiredAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('portalId', '=', portalId)
    .where('key', 'in', keys)
    .where('retiredAt', 'is', null)
    .execute();
}
