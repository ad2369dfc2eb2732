import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { line } from '../../platform/http/contract.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import {
  type Form,
  faultyForm,
  findDefaultPortal,
  leadTo,
  leaveNotice,
  ownPath,
  type PageTools,
  type PortalCall,
  pathPart,
  portalForm,
  portalPage,
  queryPart,
  refusedForm,
  showPage,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { cookieSeconds } from '../session/index.ts';
import { knownBrowserSeconds } from '../throttle/index.ts';
import { endOwnSession } from './end-session.ts';
import { registerCompanyPages } from './pages-company.ts';
import { areaView, homeView, signInView } from './pages-view.ts';
import { findVisitorOf, type VisitorCall, visitorPage } from './pages-visitor.ts';
import { waitingView } from './pages-waiting-view.ts';
import { refuse } from './refusals.ts';
import { type SignInTools, signIn } from './sign-in-with-password.ts';

type Tools = PageTools & { signInTools: SignInTools };

const SignInForm = z.strictObject({
  accountName: line(320, 1),
  password: z.string().min(1).max(1024),
  remember: z.literal('yes').optional(),
  next: z.string().max(2000).optional(),
});

const NoFields = z.strictObject({});

/** The way in and out of every portal, its home and its areas, and the addresses that staff hand out (B019). */
export function registerSignInPages(app: FastifyInstance, tools: Tools): void {
  portalPage(app, tools, '', async (call) => leadTo(call, `/${call.portal.slug}/`));
  portalPage(app, tools, '/sign-in', (call) => showSignIn(tools, call));
  portalForm(app, tools, '/sign-in', SignInForm, (call, form) => takeSignIn(tools, call, form));
  portalForm(app, tools, '/sign-out', NoFields, (call) => takeSignOut(tools, call));
  visitorPage(app, tools, '/', async (call) => showPage(call, homeView(call)));
  const waiting = async (call: VisitorCall) =>
    call.visitor.access.pending ? showPage(call, waitingView(call)) : leadTo(call, `/${call.portal.slug}/`);
  visitorPage(app, tools, '/waiting', waiting, { for: 'everybody' });
  registerCompanyPages(app, tools);
  visitorPage(app, tools, '/:areaKey', async (call) => {
    const area = call.visitor.areas.find(({ key }) => key === pathPart(call, 'areaKey'));
    if (!area) throw refuseRequest('unknown-path');
    return showPage(call, areaView(call, area));
  });
  leadToDefaultPortal(app, tools, '/clients', 'sign-in');
  leadToDefaultPortal(app, tools, '/clients/', 'sign-in');
  leadToDefaultPortal(app, tools, '/clients/forgot_password', 'forgot-password');
}

/** Addresses that stay the same whatever the portal is called. */
function leadToDefaultPortal(app: FastifyInstance, { makePageCall }: PageTools, path: string, page: string): void {
  app.get(path, { config: { page: true } }, async (request, reply) => {
    const { perform } = await makePageCall(request, reply);
    const portal = await perform(({ tx, workspace }) => findDefaultPortal(tx, workspace.id));
    if (!portal) throw refuseRequest('unknown-path');
    return reply.redirect(`/${portal.slug}/${page}`, 302);
  });
}

async function showSignIn({ cookies }: Tools, call: PortalCall): Promise<FastifyReply> {
  const next = ownPath(queryPart(call, 'next'), call.portal.slug);
  if (await findVisitorOf(call)) return leadTo(call, next ?? `/${call.portal.slug}/`);
  const notice = takeNotice(cookies, call);
  return showPage(call, signInView(call, { accountName: notice?.accountName, next, notice, state: untouched }));
}

async function takeSignIn(
  tools: Tools,
  call: PortalCall,
  { typed, values, faults }: Form<z.output<typeof SignInForm>>,
): Promise<FastifyReply> {
  const { portal, perform, workspace, device, network, request, reply } = call;
  const next = ownPath(typed.next, portal.slug);
  const again = { accountName: typed.accountName, remember: typed.remember === 'yes', next };
  if (actingUserOf(call)) {
    const refusal = refuse('sign-in-while-acting');
    return showPage(call, signInView(call, { ...again, state: refusedForm(refusal) }), refusal);
  }
  if (faults) return showPage(call, signInView(call, { ...again, state: faultyForm(faults) }), refuseRequest('invalid'));

  const remember = values.remember === 'yes';
  const { result: session, refusal } = await tryForm(() =>
    signIn(
      tools.signInTools,
      { perform, workspaceId: workspace.id },
      { ...values, remember, device, network, portal, mark: tools.cookies.read(request, 'known-person') },
    ),
  );
  if (refusal) return showPage(call, signInView(call, { ...again, state: refusedForm(refusal) }), refusal);

  await endOwnSession(call);
  tools.cookies.write(reply, 'portal', session.secret, cookieSeconds(workspace, remember));
  tools.cookies.write(reply, 'known-person', session.mark, knownBrowserSeconds);
  return leadTo(call, next ?? `/${portal.slug}/`);
}

const actingUserOf = ({ actor }: PortalCall) => (actor.kind === 'person' ? actor.actingUser : undefined);

/** Whoever acts as somebody signs out of that alone: their own session in the portal, if there is one, stays as it was. */
async function takeSignOut({ cookies }: Tools, call: PortalCall): Promise<FastifyReply> {
  await endOwnSession(call);
  cookies.clear(call.reply, actingUserOf(call) ? 'acting' : 'portal');
  leaveNotice(cookies, call, { name: 'signed-out' });
  return leadTo(call, `/${call.portal.slug}/sign-in`);
}
