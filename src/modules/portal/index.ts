export { mailPortal } from './mail-portal.ts';
export { openCustomerPortal } from './open-customer-portal.ts';
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
export type { PageView } from './page/layout.ts';
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
  forgotPasswordUrl,
  linkUrl,
  type Portal,
  type PortalId,
  portalUrl,
  reservedSlugs,
  signInUrl,
} from './portal.ts';
export { refuse as refusePortal } from './refusals.ts';
export { portalHandlers } from './routes.ts';
export { findDefaultPortal, findPortal, findPortalBySlug, listAreas, listPortals } from './store.ts';
