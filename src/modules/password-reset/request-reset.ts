import { newId } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import type { PortalId } from '../portal/index.ts';
import { insertResetRequest } from './store.ts';

/**
 * „Passwort vergessen“: keeps what was typed and answers at once. Looking up and mailing is a job's work, so that known, unknown and
 * blocked names get the same answer after the same work (B022, rule 9).
 */
export async function requestReset(
  { tx, now, workspace }: Work,
  { typed, portalId, variant }: { typed: string; portalId: PortalId; variant: Variant },
): Promise<void> {
  await insertResetRequest(tx, workspace.id, { id: newId<'reset-request'>(now), portalId, typed, variant, requestedAt: now });
}
