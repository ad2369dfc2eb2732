import type { Kysely } from 'kysely';
import type { Cookies } from '../../platform/http/cookie.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Perform } from '../../platform/work.ts';
import type { Actor } from '../audit/index.ts';
import type { createMailSetting } from '../mail/index.ts';
import { hashJudgedPassword, type PasswordHasher } from '../password/index.ts';
import type { Schema } from '../schema.ts';
import { startSession } from '../session/index.ts';
import type { Workspace, Workspaces } from '../workspace/index.ts';
import type { setupContract } from './contract.ts';
import { mustBeAcceptable } from './judge-order.ts';
import { administratorAddress, firstMinimumLength, openWorkspace, planWorkspace } from './open-workspace.ts';
import { refuse } from './refusals.ts';
import { isSetupLink, redeemSetupLink } from './store.ts';

export type SetupTools = {
  db: Kysely<Schema>;
  hasher: PasswordHasher;
  settings: Settings;
  urls: { baseUrl: string; baseDomain: string | undefined };
  workspaces: Workspaces;
  cookies: Cookies;
  performIn: (scope: { actor: Actor; workspace: Workspace }) => Perform;
  mail: Parameters<typeof createMailSetting>[1];
};

/** The set-up wizard's calls: public, because nobody exists yet; guarded by the one-time address. */
export const setupHandlers = (tools: SetupTools): Handlers<typeof setupContract> => ({
  getSetupState: async () => ({ waiting: (await tools.workspaces.list()).length === 0, passwordMinimumLength: firstMinimumLength }),
  checkSetup: async ({ body }) => {
    await mustBeWaiting(tools, body.secret);
    await mustBeAcceptable(tools.hasher, body);
    return undefined;
  },
  setUp: async (call) => {
    const { secret, password, name, ...order } = call.body;
    await mustBeWaiting(tools, secret);
    await mustBeAcceptable(tools.hasher, call.body);
    const email = administratorAddress(order.email);
    const workspace = planWorkspace(order, tools.settings, tools.urls, call.now);
    const passwordHash = await hashJudgedPassword(
      tools.hasher,
      password,
      { minimumLength: workspace.passwordMinimumLength, words: [email, name, workspace.name] },
      '/password',
    );

    const session = await open(tools, call, workspace, { name, email, passwordHash }, secret);
    tools.workspaces.forget();
    tools.cookies.write(call.reply, 'console', session.secret);
    return { workspace: workspace.name, accountName: email };
  },
});

async function mustBeWaiting({ workspaces, db }: SetupTools, secret: string): Promise<void> {
  if ((await workspaces.list()).length) throw refuse('already-done');
  if (!(await isSetupLink(db, secret))) throw refuse('wrong-address');
}

async function open(
  { performIn, mail }: SetupTools,
  { device, network }: Call,
  workspace: Workspace,
  administrator: Parameters<typeof openWorkspace>[1],
  secret: string,
) {
  return performIn({ actor: { kind: 'anonymous' }, workspace })(async (work) => {
    if (!(await redeemSetupLink(work.tx, secret))) throw refuse('wrong-address');
    const user = await openWorkspace(work, administrator, mail);
    const session = await startSession(work, { accountId: user.accountId, kind: 'staff', generation: 1, remember: false, device, network });
    if (!session) throw new Error('The administrator that was just added cannot sign in.');
    return session;
  });
}
