import { defined } from '../../platform/defined.ts';
import { formatDuration } from '../../platform/duration.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import { changeWorkspace } from './change-workspace.ts';
import type { WorkspaceView, workspaceContract } from './contract.ts';
import { getWorkspace, type StoredWorkspace } from './store.ts';
import type { Lifetimes } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

export const workspaceHandlers = ({ workspaces }: { workspaces: Workspaces }): Handlers<typeof workspaceContract> => ({
  getWorkspace: async (call) => present(call, await call.perform(({ tx, workspace }) => getWorkspace(tx, workspace.id))),
  changeWorkspace: async (call) => {
    const changed = await call.perform(changeWorkspace, defined(call.body), call.ifMatch);
    workspaces.forget();
    return present(call, changed);
  },
});

const present = ({ actor }: Call, workspace: StoredWorkspace): WorkspaceView => ({
  ...workspace,
  lifetimes: Object.fromEntries(Object.entries(workspace.lifetimes).map(([name, length]) => [name, formatDuration(length)])) as Record<
    keyof Lifetimes,
    string
  >,
  allowed: actor.kind === 'user' && actor.administrator ? ['edit'] : [],
});
