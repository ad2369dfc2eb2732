export { administratorAddress, openWorkspace, planWorkspace, type WorkspaceOrder } from './open-workspace.ts';
export { refuse as refuseSetup } from './refusals.ts';
export { resetAdministrator } from './reset-administrator.ts';
export { type SetupTools, setupHandlers } from './routes.ts';
export { saveSetupLink } from './store.ts';
