import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import { type AccessId, findAccessById, refuseAccess } from '../access/index.ts';
import type { SessionId } from '../session/index.ts';
import { askToImpersonate } from './ask-to-impersonate.ts';
import type { ImpersonationView, impersonationContract } from './contract.ts';
import { endImpersonation } from './end-impersonation.ts';
import type { ImpersonationId } from './impersonation.ts';
import { refuse } from './refusals.ts';
import { type ListedImpersonation, listImpersonations } from './store.ts';

export const impersonationHandlers: Handlers<typeof impersonationContract> = {
  impersonate: async (call) => {
    const order = { reason: call.body.reason, userSessionId: ownSession(call) };
    const { id, url, startableUntil, endsAt } = await call.perform(askToImpersonate, call.params.accessId as AccessId, order);
    return { id, url, startableUntil: startableUntil.toISOString(), endsAt: endsAt.toISOString() };
  },
  listImpersonations: async ({ perform, params }) => {
    const accessId = params.accessId as AccessId;
    const listed = await perform(async ({ tx, workspace, now }) => {
      if (!(await findAccessById(tx, workspace.id, accessId))) throw refuseAccess('unknown');
      return listImpersonations(tx, workspace.id, accessId, now);
    });
    return { items: listed.map(present) };
  },
  endImpersonation: async ({ perform, params }) => {
    const ended = await perform(endImpersonation, params.impersonationId as ImpersonationId, params.accessId as AccessId);
    if (!ended) throw refuse('unknown');
    return undefined;
  },
};

function ownSession({ sessionId }: Call): SessionId {
  if (!sessionId) throw refuseRequest('not-signed-in');
  return sessionId as SessionId;
}

const present = ({
  id,
  userId,
  userName,
  reason,
  createdAt,
  startedAt,
  endsAt,
  endedAt,
  running,
}: ListedImpersonation): ImpersonationView => ({
  id,
  user: { id: userId, name: userName },
  reason,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  endsAt: endsAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  running,
  allowed: running ? ['end'] : [],
});
