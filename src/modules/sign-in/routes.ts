import type { Cookies } from '../../platform/http/cookie.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import { type AccountId, findAccount } from '../account/index.ts';
import type { Actor } from '../audit/index.ts';
import { cookieSeconds, listSessions, type SessionId } from '../session/index.ts';
import { knownBrowserSeconds } from '../throttle/index.ts';
import { findUserOfAccount, saveUser, tellUserPasswordChanged, type User } from '../user/index.ts';
import { changeOwnPassword } from './change-password.ts';
import type { MeView, signInContract } from './contract.ts';
import { endOtherSessions, endOwnSession, endSession } from './end-session.ts';
import { refuse } from './refusals.ts';
import { type SignInTools, signIn } from './sign-in-with-password.ts';

type Tools = SignInTools & { cookies: Cookies; version: string };

/** The console's sign-in, my profile and my devices. */
export const signInHandlers = (tools: Tools): Handlers<typeof signInContract> => ({
  signIn: async (call) => {
    const { body, perform, workspace, device, network, request, reply } = call;
    const mark = tools.cookies.read(request, 'known-user');
    const session = await signIn(tools, { perform, workspaceId: workspace.id }, { ...body, device, network, portal: undefined, mark });
    await endOwnSession(call);
    tools.cookies.write(reply, 'console', session.secret, cookieSeconds(workspace, body.remember));
    tools.cookies.write(reply, 'known-user', session.mark, knownBrowserSeconds);
    return presentMe(tools, call, session.accountId);
  },
  signOut: async (call) => {
    await endOwnSession(call);
    tools.cookies.clear(call.reply, 'console');
    return undefined;
  },
  listSessions: async (call) => {
    const sessions = await call.perform(({ tx, now, workspace }) => listSessions(tx, workspace.id, ownAccount(call), now));
    return {
      items: sessions.map(({ id, device, network, createdAt, lastUsedAt, expiresAt }) => ({
        id,
        current: id === call.sessionId,
        device,
        network,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  },
  endSession: async (call) => {
    const ended = await call.perform(endSession, ownAccount(call), call.params.sessionId as SessionId);
    if (!ended) throw refuse('unknown-session');
    return undefined;
  },
  endOtherSessions: async (call) => {
    await call.perform(endOtherSessions, ownAccount(call), ownSession(call));
    return undefined;
  },
  getMe: async (call) => presentMe(tools, call, ownAccount(call)),
  changeMe: async (call) => {
    await call.perform(async ({ tx, workspace, record }) => {
      const before = await findUserOfAccount(tx, workspace.id, ownAccount(call));
      if (!before) throw refuseRequest('not-signed-in');
      const after = await saveUser(tx, workspace.id, before.id, changed(call.body));
      record(
        'user.changed',
        { type: 'user', id: before.id },
        {
          before: { language: before.language },
          after: { language: after.language },
          personal: { before: { name: before.name }, after: { name: after.name } },
        },
      );
    });
    return presentMe(tools, call, ownAccount(call));
  },
  changeMyPassword: async (call) => {
    const { body, workspace, network } = call;
    const { user, accountName } = await readMe(call, ownAccount(call));
    const { secret, remembered } = await changeOwnPassword(tools, call, {
      ...body,
      accountId: user.accountId,
      sessionId: ownSession(call),
      network,
      words: [accountName, user.name, workspace.name],
      tell: (work) => tellUserPasswordChanged(work, user.accountId),
    });
    tools.cookies.write(call.reply, 'console', secret, cookieSeconds(workspace, remembered));
    return undefined;
  },
});

const changed = ({ name, language }: { name?: string | undefined; language?: 'de' | 'en' | undefined }) => ({
  ...(name !== undefined && { name }),
  ...(language !== undefined && { language }),
});

function ownAccount({ actor }: { actor: Actor }): AccountId {
  if (actor.kind !== 'user') throw refuseRequest('not-signed-in');
  return actor.accountId;
}

function ownSession({ sessionId }: Call): SessionId {
  if (!sessionId) throw refuseRequest('not-signed-in');
  return sessionId as SessionId;
}

async function readMe({ perform }: Call, accountId: AccountId): Promise<{ user: User; accountName: string }> {
  const { user, account } = await perform(async ({ tx, workspace }) => ({
    user: await findUserOfAccount(tx, workspace.id, accountId),
    account: await findAccount(tx, workspace.id, accountId),
  }));
  if (!user || !account) throw refuseRequest('not-signed-in');
  return { user, accountName: account.accountName };
}

async function presentMe({ version }: Tools, call: Call, accountId: AccountId): Promise<MeView> {
  const { user, accountName } = await readMe(call, accountId);
  const { name, language, timeZone } = call.workspace;
  return {
    userId: user.id,
    accountId,
    name: user.name,
    accountName,
    administrator: user.administrator,
    language: user.language,
    workspace: { name, language, timeZone },
    version,
    allowed: ['edit', 'change-password'],
  };
}
