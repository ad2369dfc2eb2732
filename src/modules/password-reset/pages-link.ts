import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { OneTimeLink } from '../link/index.ts';
import type { PasswordHasher } from '../password/index.ts';
import {
  type Form,
  type FormState,
  faultyForm,
  leadTo,
  leaveNotice,
  type PageCall,
  type PageTools,
  type Portal,
  type PortalCall,
  pathPart,
  portalForm,
  portalPage,
  refusedForm,
  showPage,
  staffForm,
  staffPage,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { endOwnSession } from '../sign-in/index.ts';
import { linkLimit, takeTry } from '../throttle/index.ts';
import { faultyLinkView, linkSentView, openLinkView, timeZoneOf } from './pages-link-view.ts';
import { maskAddress } from './pages-mask.ts';
import { refuse } from './refusals.ts';
import { renewLink } from './renew-link.ts';
import { linkFault, type SeenLink, seeLink, setPasswordByLink } from './set-password.ts';

/** Hears of every look at the page behind a link of ours; a module above fills it. It changes nothing of the link. */
export type NoteVisit = (call: PageCall, link: OneTimeLink) => void;

type Tools = PageTools & { hasher: PasswordHasher; noteVisit: NoteVisit };

/** The account name is for password managers; whose password it is says the link alone. */
const PasswordForm = z.strictObject({ password: z.string().min(1).max(1024), accountName: z.string().max(320).optional() });
const NoFields = z.strictObject({});

/** The page behind the secret part of a mail. Looking at it changes nothing (B013); only a password that is typed and sent spends the link. */
export function registerLinkPages(app: FastifyInstance, tools: Tools): void {
  portalPage(app, tools, '/link/sent', async (call) => showPage(call, linkSentView(call, takeNotice(tools.cookies, call)?.address)));
  portalPage(app, tools, '/link/:secret', (call) => showLink(tools, call, untouched));
  portalForm(app, tools, '/link/:secret', PasswordForm, (call, form) => takePassword(tools, call, form));
  portalForm(app, tools, '/link/:secret/renew', NoFields, (call) => takeRenewal(tools, call));
  staffPage(app, tools, '/console/link/:secret', (call) => showLink(tools, call, untouched));
  staffForm(app, tools, '/console/link/:secret', PasswordForm, (call, form) => takePassword(tools, call, form));
}

const secretOf = (call: PageCall): string => pathPart(call, 'secret');
const pathOf = (call: PageCall): string => `/${call.portal?.slug ?? 'console'}/link/${encodeURIComponent(secretOf(call))}`;

async function showLink(tools: Tools, call: PageCall, state: FormState, refused?: Refusal): Promise<FastifyReply> {
  const seen = await call.perform((work) => seeLink(work, secretOf(call), call.portal));
  if (seen.state !== 'unknown') tools.noteVisit(call, seen.link);
  const fault = linkFault(seen, timeZoneOf(call), call.variant);
  if (fault || seen.state === 'unknown') return showFault(call, seen, fault ?? refuse('unknown'));
  return showPage(call, openLinkView(call, pathOf(call), seen, state), refused);
}

const showFault = (call: PageCall, seen: SeenLink, fault: Refusal, refused?: Refusal): FastifyReply =>
  showPage(call, faultyLinkView(call, pathOf(call), seen, fault, refused), refused ?? fault);

async function takePassword(tools: Tools, call: PageCall, { values, faults }: Form<z.output<typeof PasswordForm>>): Promise<FastifyReply> {
  const { perform, workspace, portal, network, variant } = call;
  if (faults) return showLink(tools, call, faultyForm(faults), refuseRequest('invalid'));

  const { result: account, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return setPasswordByLink(
      tools.hasher,
      { perform, workspace },
      { secret: secretOf(call), password: values.password, portal, timeZone: timeZoneOf(call), variant, network },
    );
  });
  if (refusal) return showLink(tools, call, refusedForm(refusal), refusal);

  return welcome(tools, call, account.accountName);
}

/** On to the sign-in page. Whoever else was signed in in this browser no longer is: two people must not be mixed up. */
async function welcome({ cookies }: Tools, call: PageCall, accountName: string): Promise<FastifyReply> {
  const { portal, reply } = call;
  await endOwnSession(call);
  cookies.clear(reply, portal ? 'portal' : 'console');
  if (!portal) return leadTo(call, '/console/sign-in');
  leaveNotice(cookies, reply, { name: 'password-set', accountName });
  return leadTo(call, `/${portal.slug}/sign-in`);
}

async function takeRenewal(tools: Tools, call: PortalCall): Promise<FastifyReply> {
  const { perform, network, portal } = call;
  const { result: address, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return perform(renew, secretOf(call), portal);
  });
  if (refusal) return refuseRenewal(tools, call, refusal);
  leaveNotice(tools.cookies, call.reply, { name: 'link-sent', address });
  return leadTo(call, `/${portal.slug}/link/sent`);
}

/** Answers the address that the new link goes to, masked: the link's holder need not be its owner. */
async function renew(work: Work, secret: string, portal: Portal): Promise<string> {
  await renewLink(work, secret, portal);
  const seen = await seeLink(work, secret, portal);
  return seen.state === 'unknown' ? '' : maskAddress(seen.account.email);
}

async function refuseRenewal(tools: Tools, call: PortalCall, refusal: Refusal): Promise<FastifyReply> {
  const seen = await call.perform((work) => seeLink(work, secretOf(call), call.portal));
  const fault = linkFault(seen, timeZoneOf(call), call.variant);
  if (!fault) return showLink(tools, call, refusedForm(refusal), refusal);
  return showFault(call, seen, fault, seen.state === 'unknown' ? undefined : refusal);
}
