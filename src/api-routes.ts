import type { FastifyInstance } from 'fastify';
import type { AppOptions } from './app.ts';
import { mailReaders } from './mail-readers.ts';
import { companyPeople } from './modules/access/index.ts';
import { auditContract } from './modules/audit/contract.ts';
import { type Actor, auditHandlers } from './modules/audit/index.ts';
import { bounceContract } from './modules/bounce/contract.ts';
import { bounceHandlers } from './modules/bounce/index.ts';
import { contactContract } from './modules/contact/contract.ts';
import { contactHandlers } from './modules/contact/index.ts';
import { customerContract } from './modules/customer/contract.ts';
import { customerHandlers } from './modules/customer/index.ts';
import { diagnosisContract } from './modules/diagnosis/contract.ts';
import { diagnosisHandlers } from './modules/diagnosis/index.ts';
import { impersonationContract } from './modules/impersonation/contract.ts';
import { impersonationHandlers } from './modules/impersonation/index.ts';
import { mailContract } from './modules/mail/contract.ts';
import { mailHandlers, type mailSettingFromUrl, type SettingTools } from './modules/mail/index.ts';
import { mailDomainContract } from './modules/mail-domain/contract.ts';
import { type DoctorTools, mailDomainHandlers } from './modules/mail-domain/index.ts';
import type { PasswordHasher } from './modules/password/index.ts';
import { portalContract } from './modules/portal/contract.ts';
import { portalHandlers } from './modules/portal/index.ts';
import { assignmentContract } from './modules/portal-access/assignment/contract.ts';
import { bulkContract } from './modules/portal-access/bulk/contract.ts';
import { portalAccessContract } from './modules/portal-access/contract.ts';
import {
  accessListHandlers,
  assignmentHandlers,
  bulkHandlers,
  portalAccessHandlers,
  welcomeHandlers,
} from './modules/portal-access/index.ts';
import { accessListContract } from './modules/portal-access/list/contract.ts';
import { welcomeContract } from './modules/portal-access/welcome/contract.ts';
import { resendActivation } from './modules/registration/index.ts';
import { reminderContract } from './modules/reminder/contract.ts';
import { reminderHandlers } from './modules/reminder/index.ts';
import { setupContract } from './modules/setup/contract.ts';
import { setupHandlers } from './modules/setup/index.ts';
import { signInContract } from './modules/sign-in/contract.ts';
import { signInHandlers } from './modules/sign-in/index.ts';
import { traceContract } from './modules/trace/contract.ts';
import { traceHandlers } from './modules/trace/index.ts';
import { workspaceContract } from './modules/workspace/contract.ts';
import { type Workspace, type Workspaces, workspaceHandlers } from './modules/workspace/index.ts';
import { registerApiPages } from './platform/http/api-pages.ts';
import type { Cookies } from './platform/http/cookie.ts';
import { type CallMaker, type ServedRoute, serve } from './platform/http/serve.ts';
import type { Vault } from './platform/secret.ts';
import type { Perform } from './platform/work.ts';
import { publicRoutes } from './public-routes.ts';

type ApiTools = AppOptions & {
  makeCall: CallMaker;
  hasher: PasswordHasher;
  cookies: Cookies;
  workspaces: Workspaces;
  performIn: (scope: { actor: Actor; workspace: Workspace }) => Perform;
  vault: Vault;
  mail: ReturnType<typeof mailSettingFromUrl>;
  doctor: DoctorTools;
  sending: SettingTools;
  wakeBounces: () => void;
  wakeBulk: () => void;
};

/** The API of every module, in their order, and its own description. Answers what is served, for the tests that go through all routes. */
export function apiRoutes(app: FastifyInstance, tools: ApiTools): ServedRoute[] {
  const served: ServedRoute[] = [];
  const edge = { makeCall: tools.makeCall, served };
  serve(app, workspaceContract, workspaceHandlers(tools), edge);
  serve(app, auditContract, auditHandlers, edge);
  serve(app, mailContract, mailHandlers({ readers: mailReaders, sending: tools.sending }), edge);
  serve(app, mailDomainContract, mailDomainHandlers(tools.doctor), edge);
  serve(app, bounceContract, bounceHandlers(tools), edge);
  serve(app, customerContract, customerHandlers(companyPeople), edge);
  serve(app, portalContract, portalHandlers, edge);
  serve(app, reminderContract, reminderHandlers, edge);
  serve(app, contactContract, contactHandlers(tools), edge);
  serve(app, signInContract, signInHandlers(tools), edge);
  serve(app, traceContract, traceHandlers, edge);
  serve(app, impersonationContract, impersonationHandlers, edge);
  serve(app, portalAccessContract, portalAccessHandlers, edge);
  serve(app, bulkContract, bulkHandlers({ wake: tools.wakeBulk }), edge);
  serve(app, welcomeContract, welcomeHandlers({ resendActivation }), edge);
  serve(app, assignmentContract, assignmentHandlers, edge);
  serve(app, accessListContract, accessListHandlers, edge);
  serve(app, diagnosisContract, diagnosisHandlers, edge);
  serve(app, setupContract, setupHandlers(tools), edge);
  mustBeListed(served);
  registerApiPages(app, served, tools.version);
  return served;
}

/** A route that answers without a session has to stand in the one list of such routes; anything else keeps the server from starting (rule 13). */
function mustBeListed(served: ServedRoute[]): void {
  const unlisted = served.filter(({ name, route }) => (route.right === 'public') !== publicRoutes.includes(name));
  if (unlisted.length)
    throw new Error(`These routes and the list of public routes do not agree: ${unlisted.map(({ name }) => name).join(', ')}`);
}
