export type { Customer, CustomerId } from './customer.ts';
export { refuse as refuseCustomer } from './refusals.ts';
export { type CustomerTools, customerHandlers } from './routes.ts';
export { createCustomer } from './save-customer.ts';
export { findCustomer, holdCustomer } from './store.ts';
