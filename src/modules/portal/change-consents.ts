import type { Work } from '../../platform/work.ts';
import { type Consent, type ConsentOrder, isSameWording } from './consent.ts';
import { insertConsent, listConsents, listWordings, retireConsents, saveConsent } from './consent-store.ts';
import { isKey, type PortalId } from './portal.ts';
import { refuse } from './refusals.ts';

/**
 * Replaces what a portal asks people to agree to. A changed wording becomes a version of its own: what somebody agreed to before stays readable.
 * The caller holds the portal's lock.
 */
export async function changeConsents(
  { tx, now, workspace, record }: Work,
  portalId: PortalId,
  orders: readonly ConsentOrder[],
): Promise<void> {
  for (const [index, { key }] of orders.entries()) {
    if (!isKey(key)) throw refuse('malformed-key', { pointer: `/consents/${index}/key` });
    if (orders.findIndex((other) => other.key === key) !== index)
      throw refuse('consent-twice', { pointer: `/consents/${index}/key`, values: { key } });
  }
  const current = await listConsents(tx, workspace.id, [portalId]);
  const wordings = await listWordings(tx, workspace.id, portalId);
  const kept = (order: ConsentOrder) => current.find((one) => one.key === order.key && isSameWording(one, order));

  const gone = current.filter(({ key }) => !orders.some((order) => order.key === key && kept(order)));
  if (gone.length)
    await retireConsents(
      tx,
      workspace.id,
      portalId,
      gone.map(({ key }) => key),
      now,
    );
  const after: Consent[] = [];
  for (const [index, order] of orders.entries()) {
    const same = kept(order);
    const version = same?.version ?? (wordings.find(({ key }) => key === order.key)?.version ?? 0) + 1;
    const { key, textDe, textEn, url, required } = order;
    const consent: Consent = { portalId, key, version, textDe, textEn, url, required };
    if (same) await saveConsent(tx, workspace.id, consent, index + 1);
    else await insertConsent(tx, workspace.id, consent, index + 1, now);
    after.push(consent);
  }
  if (JSON.stringify(told(current)) !== JSON.stringify(told(after)))
    record('portal.consents-changed', { type: 'portal', id: portalId }, { before: told(current), after: told(after) });
}

/** Each wording by its key; the texts of older versions stay in the table. */
const told = (consents: readonly Consent[]) => ({
  consents: consents.map(({ key, version, required }) => `${key}, ${version}${required ? ' *' : ''}`),
});
