export { changeWorkspace } from './change-workspace.ts';
export { refuse as refuseWorkspace } from './refusals.ts';
export { workspaceHandlers } from './routes.ts';
export { findWorkspaceBySlug, insertWorkspace, listWorkspaces, type StoredWorkspace } from './store.ts';
export { baseUrlOf, defaultLifetimes, type Lifetimes, slugOf, variantOfWorkspace, type Workspace, type WorkspaceId } from './workspace.ts';
export { createWorkspaces, type Workspaces } from './workspaces.ts';
