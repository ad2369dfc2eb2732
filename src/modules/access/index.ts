export { acceptPassword, type PasswordOrigin } from './accept-password.ts';
export {
  type Access,
  type AccessId,
  type AccessOrigin,
  type AccessRole,
  type Admission,
  type AdmissionFacts,
  admission,
  type Closure,
  type DenialReason,
  isDeactivated,
  linkRefusal,
  type Registration,
  registration,
} from './access.ts';
export { assignAccess, unassignAccess } from './assign-access.ts';
export { type AccessChange, changeAccess } from './change-access.ts';
export { areaIdsOf, changeOpening } from './change-opening.ts';
export { companyPeople } from './company-people.ts';
export { contactsWithAccess, hasEverHadAccess, listContactsEverWithAccess, roomForHash } from './contact-store.ts';
export { type AccessHolder, type AccessOrder, giveAccess } from './give-access.ts';
export { lockAccess } from './lock-access.ts';
export { type Past, setPast } from './past-store.ts';
export { denialSentence, reasonSentence } from './phrases.ts';
export { refuse as refuseAccess } from './refusals.ts';
export { type LinkMailOutcome, type LinkMailPerson, type LinkMailPurpose, linkMailTemplate, sendLinkMail } from './send-link-mail.ts';
export {
  type AccessWithFacts,
  type AssignedAccess,
  admittedSql,
  findAccess,
  findAccessById,
  insertAccess,
  invitedSql,
  listAccesses,
  listAccessesEvenDeleted,
  listAccessesOfAccount,
  listAccessesOfContacts,
  listAssignments,
  listContactIdsOfAccount,
  markSignedIn,
  raiseVersion,
  registrationSql,
} from './store.ts';
export { freeUnprovenName, isUnproven } from './take-over-unproven.ts';
