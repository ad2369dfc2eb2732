import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Actor } from './modules/audit/index.ts';
import { findContactOfAccount } from './modules/contact/index.ts';
import { findActingUser } from './modules/impersonation/index.ts';
import { leaveNotice, voiceOf, type Wishes } from './modules/portal/index.ts';
import type { Schema } from './modules/schema.ts';
import { cookieSeconds, readSession, type Session, type SessionKind } from './modules/session/index.ts';
import { setupContract } from './modules/setup/contract.ts';
import { findUserOfAccount, mayUserImpersonate, mayUserSignIn } from './modules/user/index.ts';
import { defaultLifetimes, type Workspace, type WorkspaceId, type Workspaces } from './modules/workspace/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Right } from './platform/http/contract.ts';
import type { CookieName, Cookies } from './platform/http/cookie.ts';
import { acceptedLanguage } from './platform/http/language.ts';
import { refuseRequest } from './platform/http/refusals.ts';
import type { Call, CallMaker } from './platform/http/serve.ts';
import { variantOf } from './platform/phrases.ts';
import type { Settings } from './platform/settings.ts';
import type { Urls } from './platform/urls.ts';
import type { Perform } from './platform/work.ts';

type CallTools = {
  db: Kysely<Schema>;
  clock: Clock;
  cookies: Cookies;
  workspaces: Workspaces;
  settings: Settings;
  urls: Urls;
  performIn: (scope: { actor: Actor; workspace: Workspace }) => Perform;
};

/** `actingIsOver`: what this browser did in somebody's name has just ended; the page says so. */
type Identity = { actor: Actor; session: Session | undefined; wishes: Wishes | undefined; actingIsOver?: boolean };

const nobody: Identity = { actor: { kind: 'anonymous' }, session: undefined, wishes: undefined };

/** Turns requests into calls: which workspace, who, in which language. The API knows the console's people, the pages know the portals' people. */
export function createCalls(tools: CallTools): {
  makeCall: CallMaker;
  makePageCall: (request: FastifyRequest, reply: FastifyReply) => Promise<Call>;
} {
  return {
    async makeCall(request, reply, right) {
      const workspace = await workspaceOf(tools, request);
      const identity = await userOf(tools, workspace, request, reply);
      mustHave(right, identity.actor);
      const language = identity.wishes?.language ?? acceptedLanguage(request.headers['accept-language']) ?? workspace.language;
      // The console says „Sie“ or speaks neutrally, whatever a portal's people prefer.
      return callOf(tools, { workspace, identity, voice: { language, variant: variantOf(language, 'sie') }, request, reply });
    },
    async makePageCall(request, reply) {
      const workspace = await workspaceOf(tools, request);
      const identity = await (isForStaff(request) ? userOf : personOf)(tools, workspace, request, reply);
      const voice = voiceOf(tools.cookies, request, workspace, identity.wishes);
      if (identity.actingIsOver) leaveNotice(tools.cookies, { reply, ...voice }, { name: 'acting-ended' });
      return callOf(tools, { workspace, identity, voice, request, reply });
    },
  };
}

function callOf(
  { clock, performIn }: CallTools,
  {
    workspace,
    identity,
    voice,
    request,
    reply,
  }: {
    workspace: Workspace;
    identity: Identity;
    voice: Pick<Call, 'language' | 'variant'>;
    request: FastifyRequest;
    reply: FastifyReply;
  },
): Call {
  return {
    workspace,
    actor: identity.actor,
    sessionId: identity.session?.id ?? null,
    perform: performIn({ actor: identity.actor, workspace }),
    now: clock.now(),
    ...voice,
    network: request.ip,
    device: String(request.headers['user-agent'] ?? '').slice(0, 300),
    ifMatch: undefined,
    request,
    reply,
  };
}

/** The workspace that the request's host stands for. Before set-up there is none; the routes of the set-up then work in one that is not stored. */
async function workspaceOf({ workspaces, settings, urls }: CallTools, request: FastifyRequest): Promise<Workspace> {
  const workspace = await workspaces.at(request.hostname);
  if (workspace) return workspace;
  if (isOfSetup(request) && !(await workspaces.list()).length) return unopened(settings, urls);
  throw refuseRequest('unknown-workspace');
}

const isOfSetup = ({ routeOptions: { config } }: FastifyRequest): boolean => Object.hasOwn(setupContract, config.name ?? '');

/** Pages below `/console/` belong to the console's people, and those where they begin to act as somebody; all others to a portal's. */
const isForStaff = ({ routeOptions: { url = '' } }: FastifyRequest): boolean =>
  url.startsWith('/console/') || url.startsWith('/:slug/acting/link/');

const unopened = (settings: Settings, urls: Urls): Workspace => ({
  id: '00000000-0000-0000-0000-000000000000' as WorkspaceId,
  slug: '',
  name: 'Pforte',
  language: 'de',
  addressForm: 'sie',
  timeZone: 'Europe/Berlin',
  lifetimes: defaultLifetimes(settings),
  passwordMinimumLength: 12,
  version: 0,
  baseUrl: urls.baseUrl,
});

async function userOf(tools: CallTools, workspace: Workspace, request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
  const session = await sessionOf(tools, workspace, 'console', request, reply);
  const user = session && (await findUserOfAccount(tools.db, workspace.id, session.accountId));
  if (!session || !user || !mayUserSignIn(user)) return nobody;
  const { id: userId, accountId, name, administrator, language } = user;
  const mayImpersonate = mayUserImpersonate(user);
  return {
    actor: { kind: 'user', userId, accountId, name, administrator, mayImpersonate },
    session,
    wishes: { language, addressForm: null },
  };
}

async function personOf(tools: CallTools, workspace: Workspace, request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
  if (tools.cookies.read(request, 'acting') !== undefined) return actingOf(tools, workspace, request, reply);
  const session = await sessionOf(tools, workspace, 'portal', request, reply);
  if (!session) return nobody;
  return { actor: { kind: 'person', accountId: session.accountId }, session, wishes: await wishesOf(tools, workspace, session) };
}

/** How the person wishes to be spoken to, as the contact in whose name they look at the portal. */
const wishesOf = ({ performIn }: CallTools, workspace: Workspace, { accountId, contactId }: Session): Promise<Wishes | undefined> =>
  performIn({ actor: { kind: 'person', accountId }, workspace })(findContactOfAccount, accountId, { contactId });

/**
 * A user who acts as a person (rule 26). It takes both cookies: that of the acting session, and that of the session of the console it was begun in. Where
 * one of them is over, this request is nobody's, not even that of whoever is signed in to the portal in this browser besides.
 */
async function actingOf(tools: CallTools, workspace: Workspace, request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
  const { actor: user, session: own } = await userOf(tools, workspace, request, reply);
  const session = await sessionOf(tools, workspace, 'acting', request, reply);
  const performAsUser = tools.performIn({ actor: user, workspace });
  const actingUser = own && session && (await performAsUser(findActingUser, session, { user, userSessionId: own.id }));
  if (!session || !actingUser) {
    tools.cookies.clear(reply, 'acting');
    return { ...nobody, actingIsOver: true };
  }
  const actor = { kind: 'person', accountId: session.accountId, actingUser } as const;
  return { actor, session, wishes: await wishesOf(tools, workspace, session) };
}

const sessionKinds = { console: 'staff', portal: 'portal', acting: 'acting' } as const satisfies Partial<Record<CookieName, SessionKind>>;

/** A browser that was asked to remember keeps its cookie for as long as the row behind it lives: both ends move together. */
async function sessionOf(
  { db, clock, cookies }: CallTools,
  workspace: Workspace,
  name: keyof typeof sessionKinds,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const secret = cookies.read(request, name);
  const read = await readSession(db, workspace, sessionKinds[name], secret, clock.now());
  if (secret && read?.prolonged && read.session.remembered) cookies.write(reply, name, secret, cookieSeconds(workspace, true));
  return read?.session;
}

function mustHave(right: Right, actor: Actor): void {
  if (right === 'public') return;
  if (actor.kind !== 'user') throw refuseRequest('not-signed-in');
  if (right === 'administrator' && !actor.administrator) throw refuseRequest('not-allowed');
}
