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
    ...fields,
    id: newId<'customer'>(now),
    createdAt: now,
    updatedAt: now,
  };
  await refusing(insertCustomer(tx, workspace.id, customer), taken);
  record('customer.created', { type: 'customer', id: customer.id }, { personal: { after: fieldsOf(customer) } });
  return { ...customer, version: 1 };
}

export async function changeCustomer(
  { tx, now, workspace, record }: Work,
  id: CustomerId,
  change: Partial<Fields>,
  expectedVersion: number | undefined,
): Promise<Customer> {
  const before = await lockCustomer(tx, workspace.id, id);
  if (!before) throw refuse('unknown');
  mustBeFresh(before.version, expectedVersion);
  const after = await refusing(saveCustomer(tx, workspace.id, id, { ...change, updatedAt: now }), taken);
  record('customer.changed', { type: 'customer', id }, { personal: { before: fieldsOf(before), after: fieldsOf(after) } });
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
