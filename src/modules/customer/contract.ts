import { z } from 'zod';
import { deniedOf, Instant, line, listOf, listQuery, optionalLine, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'customers';

export const CustomerView = z.object({
  id: Uuid,
  name: z.string(),
  externalId: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  contactCount: z.number().int(),
  /** Since when it is switched off: none of its people gets in for it, and nothing is lost. */
  closedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
  allowed: z.array(z.enum(['edit', 'add-contact', 'close', 'reopen', 'delete'])),
  denied: deniedOf(['delete']),
});
export type CustomerView = z.infer<typeof CustomerView>;

const fields = {
  name: line(200, 1),
  externalId: optionalLine(100).optional(),
  street: optionalLine(200).optional(),
  postalCode: optionalLine(20).optional(),
  city: optionalLine(100).optional(),
  country: optionalLine(100).optional(),
};
export const NewCustomer = z.strictObject(fields);
export const CustomerChange = z.strictObject({ ...fields, name: fields.name.optional(), closed: z.boolean().optional() });
const one = z.object({ customerId: Uuid });

export const customerContract = {
  listCustomers: route({
    method: 'GET',
    path: '/customers',
    right: 'user',
    tag,
    summary: 'Companies',
    query: listQuery(['name', '-name', 'updatedAt', '-updatedAt']),
    response: listOf(CustomerView),
  }),
  getCustomer: route({
    method: 'GET',
    path: '/customers/{customerId}',
    right: 'user',
    tag,
    summary: 'One company',
    params: one,
    response: CustomerView,
    versioned: true,
  }),
  createCustomer: route({
    method: 'POST',
    path: '/customers',
    right: 'user',
    tag,
    summary: 'Add a company',
    body: NewCustomer,
    response: CustomerView,
    status: 201,
    versioned: true,
  }),
  changeCustomer: route({
    method: 'PATCH',
    path: '/customers/{customerId}',
    right: 'user',
    tag,
    summary: 'Change a company, switch it off or on',
    params: one,
    body: CustomerChange,
    response: CustomerView,
    versioned: true,
  }),
  getCustomerClosing: route({
    method: 'GET',
    path: '/customers/{customerId}/closing',
    right: 'user',
    tag,
    summary: 'How many people get in no more when a company is switched off',
    params: one,
    response: z.object({ people: z.number().int() }),
  }),
  deleteCustomer: route({
    method: 'DELETE',
    path: '/customers/{customerId}',
    right: 'user',
    tag,
    summary: 'Delete a company that has no contacts',
    params: one,
    versioned: true,
  }),
};
