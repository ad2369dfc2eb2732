import { refusing } from '../../platform/constraint.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import { newId } from '../../platform/id.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { Customer, CustomerId } from './customer.ts';
import { refuse } from './refusals.ts';
import { countContactsOf, deleteCustomerRow, insertCustomer, lockCustomer, saveCustomer } from './store.ts';

type Fields = Pick<Customer, 'name' | 'externalId' | 'street' | 'postalCode' | 'city' | 'country'>;

const taken = { customer_external_id: () => refuse('number-taken', { pointer: '/externalId' }) };
const fieldsOf = ({ name, externalId, street, postalCode, city, country }: Fields): Fields => ({
  name,
  externalId,
  street,
  postalCode,
  city,
  country,
});

export async function createCustomer(
  { tx, now, workspace, record }: Work,
  fields: Pick<Fields, 'name'> & Partial<Fields>,
): Promise<Customer> {
  const customer = {
    externalId: null,
    street: null,
    postalCode: null,
    city: null,
    country: null,
    closedAt: null,
    ...fields,
    id: newId<'customer'>(now),
    createdAt: now,
    updatedAt: now,
  };
  await refusing(insertCustomer(tx, workspace.id, customer), taken);
  record('customer.created', { type: 'customer', id: customer.id }, { personal: { after: fieldsOf(customer) } });
  return { ...customer, version: 1 };
}

/**
 * Changes a company. Switched off, it keeps its people and lets none of them in for it: those who act for no other one lose every session and open link
 * in this transaction (rule 5), by `tools.shutOutPeopleOf`. Refuses: unknown, stale, number taken.
 */
export async function changeCustomer(
  work: Work,
  id: CustomerId,
  { closed, ...change }: Partial<Fields> & { closed?: boolean },
  expectedVersion: number | undefined,
  tools: { shutOutPeopleOf: (work: Work, id: CustomerId) => Promise<number> },
): Promise<Customer> {
  const { tx, now, workspace, record } = work;
  const before = await lockCustomer(tx, workspace.id, id);
  if (!before) throw refuse('unknown');
  mustBeFresh(before.version, expectedVersion);
  const closedAt = closed === undefined ? before.closedAt : closed ? (before.closedAt ?? now) : null;
  const after = await refusing(saveCustomer(tx, workspace.id, id, { ...change, closedAt, updatedAt: now }), taken);
  const subject = { type: 'customer', id };
  if (after.closedAt && !before.closedAt) record('customer.closed', subject, { after: { people: await tools.shutOutPeopleOf(work, id) } });
  if (before.closedAt && !after.closedAt) record('customer.reopened', subject);
  if (Object.keys(change).length) record('customer.changed', subject, { personal: { before: fieldsOf(before), after: fieldsOf(after) } });
  return after;
}

/**
 * Why a company with so many people cannot be deleted; `undefined` where it can. The one function behind the refusal and behind what a view offers.
 */
export const deletionRefusal = (contactCount: number): Refusal | undefined =>
  contactCount > 0 ? refuse('has-contacts', { values: { count: contactCount } }) : undefined;

/** Only an empty company can be deleted: people are never lost along with it. */
export async function deleteCustomer({ tx, workspace, record }: Work, id: CustomerId, expectedVersion: number | undefined): Promise<void> {
  const customer = await lockCustomer(tx, workspace.id, id);
  if (!customer) throw refuse('unknown');
  mustBeFresh(customer.version, expectedVersion);
  const count = (await countContactsOf(tx, workspace.id, [id])).get(id) ?? 0;
  const refusal = deletionRefusal(count);
  if (refusal) throw refusal;
  await deleteCustomerRow(tx, workspace.id, id);
  record('customer.deleted', { type: 'customer', id }, { personal: { before: fieldsOf(customer) } });
}
