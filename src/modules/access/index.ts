export { acceptPassword, type PasswordOrigin } from './accept-password.ts';
export {
  type Access,
  type AccessId,
  type AccessRole,
  type Admission,
  type AdmissionFacts,
  accessRoles,
  admission,
  type DenialReason,
  isDeactivated,
  linkRefusal,
  type Registration,
  registration,
} from './access.ts';
export { type AccessHolder, type AccessOrder, giveAccess } from './give-access.ts';
export { denialSentence } from './phrases.ts';
export { refuse as refuseAccess } from './refusals.ts';
export { type LinkMailOutcome, type LinkMailPerson, type LinkMailPurpose, linkMailTemplate, sendLinkMail } from './send-link-mail.ts';
export {
  type AccessWithFacts,
  type AssignedAccess,
  contactsWithAccess,
  findAccess,
  hasEverHadAccess,
  invitedSql,
  listAccessesOfAccount,
  listAccessesOfContacts,
  listAreaIdsOfAccess,
  listContactIdsOfAccount,
  listContactsEverWithAccess,
  roomForHash,
} from './store.ts';
