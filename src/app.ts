import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { apiRoutes } from './api-routes.ts';
import { createCalls } from './calls.ts';
import { registerHealth } from './health.ts';
import { type Actor, createRecorder } from './modules/audit/index.ts';
import { createBounceWorker, forgetReports } from './modules/bounce/index.ts';
import { findContactOfAccount, mailPerson } from './modules/contact/index.ts';
import { registerEmailChangePages, showChange } from './modules/email-change/index.ts';
import { registerActingPages } from './modules/impersonation/index.ts';
import { deadLinksOfMails } from './modules/link/index.ts';
import { createMailWorker, forgetMails, leaveMail, localWaysOf, mailSettingFromUrl, triedLimits } from './modules/mail/index.ts';
import { checkDomainIfDue, type DoctorTools } from './modules/mail-domain/index.ts';
import { createPasswordHasher } from './modules/password/index.ts';
import { answerNextRequest, registerPasswordPages } from './modules/password-reset/index.ts';
import { createRefusalPage, registerPortalAssets } from './modules/portal/index.ts';
import { remindOfExpiry, runBulk } from './modules/portal-access/index.ts';
import { registerProfilePages } from './modules/profile/index.ts';
import {
  answerNextRegistration,
  createProofs,
  forgetRegistrations,
  registerActivationPages,
  registerRegisterPages,
  renewForgotten,
  resendActivation,
  showActivation,
} from './modules/registration/index.ts';
import { createReminders, type PersonOf } from './modules/reminder/index.ts';
import type { Schema } from './modules/schema.ts';
import { forgetSessions } from './modules/session/index.ts';
import { registerSignInPages } from './modules/sign-in/index.ts';
import { forgetOld } from './modules/throttle/index.ts';
import { createVisitBook, type VisitBook } from './modules/trace/index.ts';
import { createWorkspaces, type Workspace, type Workspaces } from './modules/workspace/index.ts';
import { type Clock, days, later } from './platform/clock.ts';
import { createResolver, type Resolver } from './platform/dns/resolver.ts';
import { createCookies } from './platform/http/cookie.ts';
import type { ServedRoute } from './platform/http/serve.ts';
import { createServer } from './platform/http/server.ts';
import { createWorker, type Worker } from './platform/jobs/worker.ts';
import type { Log } from './platform/log.ts';
import { createPerform } from './platform/perform.ts';
import { createVault, type Vault } from './platform/secret.ts';
import type { Settings } from './platform/settings.ts';
import type { Urls } from './platform/urls.ts';
import type { Perform } from './platform/work.ts';
import { registerConsole } from './static.ts';

export type AppOptions = {
  settings: Settings;
  urls: Urls;
  db: Kysely<Schema>;
  clock: Clock;
  /** Milliseconds that never jump. */
  monotonic: () => number;
  log: Log;
  version: string;
  secretKey: string;
  /** Where the built console lies. */
  consoleDirectory: string;
  /** Threads that hash passwords; by default as many as there are cores, at most three. */
  hashThreads?: number;
  /** Asks DNS; by default the name servers of this machine. */
  resolver?: Resolver;
};

/** The whole server without its listening socket, its database and its signals. */
export type App = {
  server: FastifyInstance;
  /** Every route of the API, for the tests that go through all of them. */
  served: readonly ServedRoute[];
  workspaces: Workspaces;
  performIn: (scope: { actor: Actor; workspace: Workspace }) => Perform;
  hasher: ReturnType<typeof createPasswordHasher>;
  vault: Vault;
  mail: ReturnType<typeof mailSettingFromUrl>;
  workers: {
    mail: Worker;
    resets: Worker;
    domains: Worker;
    bounces: Worker;
    reminders: Worker;
    bulk: Worker;
    expiry: Worker;
    registrations: Worker;
    tidy: Worker;
  };
  /** Who looks at the pages behind links. */
  visits: VisitBook;
  /** Finishes what is in flight, then lets go of everything it opened itself. */
  close(): Promise<void>;
};

/** How long a stop waits for clients that do not finish what they send, or do not take what they are sent. */
const patienceWithClients = 5_000;

/** Puts the modules together, in their order: plain calls, nothing is found by itself. */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings, urls, db, clock, log } = options;
  const vault = createVault(options.secretKey);
  const hasher = createPasswordHasher(options.hashThreads ? { threads: options.hashThreads } : {});
  const workspaces = createWorkspaces(db, urls, options.monotonic);
  const cookies = createCookies({ secure: urls.baseUrl.startsWith('https:') });
  const mail = mailSettingFromUrl(settings.smtpUrl, vault);
  const local = localWaysOf(settings);

  const mailWorker = createMailWorker({ db, clock, vault, log, local, findDeadLinks: deadLinksOfMails });
  const workers: App['workers'] = {
    mail: createWorker({ name: 'mail', run: mailWorker.runOnce, log, pollMilliseconds: 1000 }),
    resets: createWorker({ name: 'password-reset', run: () => answerAll(), log, pollMilliseconds: 1000 }),
    domains: createWorker({ name: 'mail-domain', run: () => checkDomains(), log, pollMilliseconds: 60_000 }),
    bounces: createWorker({ name: 'bounce', run: () => bounceWorker.runOnce(), log, pollMilliseconds: 60_000 }),
    bulk: createWorker({ name: 'bulk', run: () => workOffBulk(), log, pollMilliseconds: 5_000 }),
    reminders: createWorker({ name: 'reminder', run: () => remind(), log, pollMilliseconds: 60_000 }),
    expiry: createWorker({ name: 'expiry', run: () => remindOfEnds(), log, pollMilliseconds: 60_000 }),
    registrations: createWorker({ name: 'registration', run: () => answerRegistrations(), log, pollMilliseconds: 1000 }),
    tidy: createWorker({ name: 'tidy', run: () => tidy(), log, pollMilliseconds: 3_600_000 }),
  };
  const performIn = createPerform({
    db,
    clock,
    log,
    recorderFor: createRecorder,
    leaveMail: (scope, request) => leaveMail({ ...scope, vault, log }, request),
    wakeMail: () => workers.mail.wake(),
  });

  const systemPerform = (workspace: Workspace) => performIn({ actor: { kind: 'system' }, workspace });
  const answerAll = async () => {
    const answered = await Promise.all(
      (await workspaces.list()).map((workspace) => answerNextRequest(systemPerform(workspace), log, renewForgotten)),
    );
    return answered.some(Boolean);
  };
  const answerRegistrations = async () => {
    const answered = await Promise.all((await workspaces.list()).map((workspace) => answerNextRegistration(systemPerform(workspace), log)));
    return answered.some(Boolean);
  };
  const doctor: DoctorTools = {
    resolver: options.resolver ?? createResolver(),
    installation: { relaySpf: settings.mailRelaySpf, relayHost: local.relay.host },
  };
  const checkDomains = async () => {
    for (const workspace of await workspaces.list())
      await checkDomainIfDue({ db, clock, workspace, perform: systemPerform(workspace) }, doctor);
    return false;
  };
  const personOf: PersonOf = async (work, accountId) => {
    const contact = await findContactOfAccount(work, accountId);
    return contact && mailPerson(contact, work.workspace);
  };
  const remindNext = createReminders(personOf, log);
  const remind = async () => {
    const sent = await Promise.all((await workspaces.list()).map((workspace) => remindNext(workspace.id, systemPerform(workspace))));
    return sent.some(Boolean);
  };
  const remindOfEnds = async () => {
    const told = await Promise.all((await workspaces.list()).map((workspace) => remindOfExpiry(systemPerform(workspace), log)));
    return told.some(Boolean);
  };
  const workOffBulk = async () => {
    const worked = await Promise.all(
      (await workspaces.list()).map((workspace) =>
        runBulk({ performFor: (actor) => performIn({ actor, workspace }), resendActivation, log }),
      ),
    );
    return worked.some(Boolean);
  };
  const bounceWorker = createBounceWorker({ db, clock, vault, log, listWorkspaces: workspaces.list, performFor: systemPerform });
  const tidyOne = async (workspace: Workspace): Promise<boolean> => {
    await forgetSessions(db, workspace.id, later(clock.now(), -days(30)));
    await systemPerform(workspace)(forgetOld);
    await forgetRegistrations(systemPerform(workspace));
    const before = later(clock.now(), -settings.keepMails);
    await systemPerform(workspace)(forgetReports, before);
    return systemPerform(workspace)(forgetMails, before);
  };
  const tidy = async () => {
    let isMore = false;
    for (const workspace of await workspaces.list()) {
      try {
        if (await tidyOne(workspace)) isMore = true;
      } catch (error) {
        log.error({ err: error, workspaceId: workspace.id }, 'tidying a workspace failed');
      }
    }
    return isMore;
  };

  const { makeCall, makePageCall } = createCalls({ db, clock, cookies, workspaces, settings, urls, performIn });
  const server = await createServer({
    log,
    trustedProxies: settings.trustedProxies,
    ownOrigins: { baseUrl: settings.baseUrl, baseDomain: settings.baseDomain },
    secure: urls.baseUrl.startsWith('https:'),
    refusalPage: createRefusalPage({ makePageCall }),
  });
  const wakeBounces = () => workers.bounces.wake();
  const sending = { vault, local, limits: triedLimits, settingsChanged: mailWorker.settingsChanged, wake: () => workers.mail.wake() };
  const served = apiRoutes(server, {
    ...options,
    makeCall,
    hasher,
    cookies,
    workspaces,
    performIn,
    vault,
    mail,
    doctor,
    sending,
    wakeBounces,
    wakeBulk: () => workers.bulk.wake(),
  });
  registerHealth(server, db);
  // Whoever types only the host name is somebody's customer, once there is a portal; before that, it is the operator.
  server.get('/', async (_, reply) => reply.redirect((await workspaces.list()).length ? '/clients/' : '/console/', 302));
  const visits = createVisitBook(log);
  const pages = {
    makePageCall,
    cookies,
    hasher,
    signInTools: { db, hasher, log, vault },
    vault,
    wakeResets: () => workers.resets.wake(),
    proofs: createProofs(options.secretKey),
    wakeRegistrations: () => workers.registrations.wake(),
    noteVisit: visits.note,
  };
  await registerPortalAssets(server);
  // Before the console's own pages: staff set a new password on a server-rendered page below /console/.
  registerPasswordPages(server, { ...pages, otherLinkPages: [(call) => showChange(pages, call), (call) => showActivation(pages, call)] });
  registerEmailChangePages(server, pages);
  await registerConsole(server, options.consoleDirectory);
  registerActingPages(server, pages);
  // Before the areas of a portal, which take whatever follows its slug.
  registerRegisterPages(server, pages);
  registerActivationPages(server, pages);
  registerSignInPages(server, pages);
  registerProfilePages(server, pages);

  return {
    server,
    served,
    workspaces,
    performIn,
    hasher,
    vault,
    mail,
    workers,
    visits,
    async close() {
      bounceWorker.stop();
      const hurry = setTimeout(() => server.server.closeAllConnections(), patienceWithClients);
      await Promise.all([server.close(), mailWorker.stop(), ...Object.values(workers).map((worker) => worker.stop())]);
      clearTimeout(hurry);
      await visits.settled();
      await hasher.close();
    },
  };
}
