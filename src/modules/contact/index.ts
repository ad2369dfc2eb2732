export { type Contact, type ContactId, variantOfContact } from './contact.ts';
export { carryContacts, lockLogin } from './follow-address.ts';
export { type AddressRequest, isOwned, moveLogin, requestAddress } from './lead-login.ts';
export {
  type ContactWish,
  findContactOfAccount,
  mailPerson,
  mailPersonOf,
  tellAddressChanged,
  tellAddressConfirmed,
  tellPasswordChanged,
} from './person.ts';
export { refuse as refuseContact } from './refusals.ts';
export { contactHandlers } from './routes.ts';
export { changeContact, createContact, type NewContactFields } from './save-contact.ts';
export { findContact, listContactsByAddress, lockContact } from './store.ts';
export { presentMailOutcome } from './views.ts';
