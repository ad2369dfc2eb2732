import { defined } from '../../platform/defined.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import type { CustomerView, customerContract } from './contract.ts';
import type { Customer, CustomerId } from './customer.ts';
import { refuse } from './refusals.ts';
import { changeCustomer, createCustomer, deleteCustomer, deletionRefusal } from './save-customer.ts';
import { countContactsOf, findCustomer, type ListedCustomer, listCustomers } from './store.ts';

/** What becomes of a company's people, who are known further below. */
export type CustomerTools = {
  /** Those who act for no other company that is switched on. */
  countPeopleOf: (work: Work, customerId: CustomerId) => Promise<number>;
  /** The company was switched off in this transaction. Answers how many people were shut out. */
  shutOutPeopleOf: (work: Work, customerId: CustomerId) => Promise<number>;
};

export const customerHandlers = (tools: CustomerTools): Handlers<typeof customerContract> => ({
  listCustomers: async ({ perform, workspace, query, variant }) => {
    const page = await perform(({ tx }) => listCustomers(tx, workspace.id, query));
    return { ...page, items: page.items.map((customer) => present(customer, variant)) };
  },
  getCustomer: async (call) => presentOne(call, await getCustomer(call, call.params.customerId as CustomerId)),
  createCustomer: async (call) => presentOne(call, await call.perform(createCustomer, { ...defined(call.body), name: call.body.name })),
  changeCustomer: async (call) =>
    presentOne(call, await call.perform(changeCustomer, call.params.customerId as CustomerId, defined(call.body), call.ifMatch, tools)),
  getCustomerClosing: async (call) => {
    const { id } = await getCustomer(call, call.params.customerId as CustomerId);
    return { people: await call.perform(tools.countPeopleOf, id) };
  },
  deleteCustomer: async ({ perform, params, ifMatch }) => {
    await perform(deleteCustomer, params.customerId as CustomerId, ifMatch);
    return undefined;
  },
});

async function getCustomer({ perform }: Call, id: CustomerId): Promise<Customer> {
  const customer = await perform(({ tx, workspace }) => findCustomer(tx, workspace.id, id));
  if (!customer) throw refuse('unknown');
  return customer;
}

async function presentOne({ perform, variant }: Call, customer: Customer): Promise<CustomerView> {
  const counts = await perform(({ tx, workspace }) => countContactsOf(tx, workspace.id, [customer.id]));
  return present({ ...customer, contactCount: counts.get(customer.id) ?? 0 }, variant);
}

function present(customer: ListedCustomer, variant: Variant): CustomerView {
  const denial = deletionRefusal(customer.contactCount);
  return {
    ...customer,
    closedAt: customer.closedAt?.toISOString() ?? null,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
    allowed: ['edit', 'add-contact', customer.closedAt ? 'reopen' : 'close', ...(denial ? [] : (['delete'] as const))],
    denied: denial ? [{ action: 'delete', code: denial.code, sentence: denial.sentence(variant) }] : [],
  };
}
