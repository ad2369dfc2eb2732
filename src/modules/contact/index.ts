export { type Contact, type ContactId, variantOfContact } from './contact.ts';
export { findContactOfAccount, mailPerson, tellPasswordChanged } from './person.ts';
export { refuse as refuseContact } from './refusals.ts';
export { contactHandlers } from './routes.ts';
export { changeContact, createContact, type NewContactFields } from './save-contact.ts';
export { findContact, listContactsByAddress } from './store.ts';
