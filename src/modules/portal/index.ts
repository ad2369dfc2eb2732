export { listAreas } from './area-store.ts';
export { addArea, removeArea } from './change-areas.ts';
export { changePortal, type PortalChange } from './change-portal.ts';
export { addRole } from './change-roles.ts';
export type { Consent } from './consent.ts';
export { listConsents, listWordings } from './consent-store.ts';
export { mailPortal } from './mail-portal.ts';
export { openCustomerPortal, openPortal } from './open-portal.ts';
export { registerPortalAssets } from './page/assets.ts';
export {
  contactOf,
  leadTo,
  type PageCall,
  type PageTools,
  type PortalCall,
  pathPart,
  portalForm,
  portalPage,
  queryPart,
  showPage,
  staffForm,
  staffPage,
} from './page/door.ts';
export {
  accountNameForManagers,
  alertBox,
  type Form,
  type FormState,
  faultSummary,
  faultyForm,
  field,
  newPasswordField,
  noticeBox,
  refusedForm,
  tryForm,
  untouched,
} from './page/form.ts';
export type { CompanyChoice, PageView } from './page/layout.ts';
export { leaveNotice, type Notice, readNotice, takeNotice } from './page/notice.ts';
export { ownPath } from './page/own-path.ts';
export { pageWords } from './page/phrases.ts';
export { notedFaults, readFaults } from './page/reasons.ts';
export { createRefusalPage } from './page/refusal-page.ts';
export { speakTo, voiceOf, type Wishes } from './page/voice.ts';
export {
  type Area,
  type AreaId,
  areaDescription,
  areaName,
  companyUrl,
  forgotPasswordUrl,
  type Identifier,
  linkUrl,
  type Portal,
  type PortalId,
  type PortalKind,
  type PortalRules,
  portalUrl,
  reservedSlugs,
  type SelfRegistration,
  signInUrl,
} from './portal.ts';
export { refuse as refusePortal } from './refusals.ts';
export { type Role, roleName, startingAreas, usualRole } from './role.ts';
export { listRoles } from './role-store.ts';
export { portalHandlers } from './routes.ts';
export { findDefaultPortal, findPortal, findPortalBySlug, listPortals } from './store.ts';
