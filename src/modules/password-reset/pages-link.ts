import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Vault } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { countRefusal, type OneTimeLink } from '../link/index.ts';
import type { PasswordHasher } from '../password/index.ts';
import {
  type Form,
  type FormState,
  faultyForm,
  leadTo,
  leaveNotice,
  notedFaults,
  type PageCall,
  type PageTools,
  type Portal,
  type PortalCall,
  pathPart,
  portalForm,
  portalPage,
  readFaults,
  readNotice,
  refusedForm,
  showPage,
  speakTo,
  staffForm,
  staffPage,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { endOwnSession } from '../sign-in/index.ts';
import { knownBrowserSeconds, linkLimit, markBrowser, takeTry } from '../throttle/index.ts';
import { faultyLinkView, linkSentView, openLinkView, timeZoneOf } from './pages-link-view.ts';
import { maskAddress } from './pages-mask.ts';
import { refuse } from './refusals.ts';
import { renewLink } from './renew-link.ts';
import { linkFault, type PasswordSet, type SeenLink, seeLink, setPasswordByLink } from './set-password.ts';

/** Hears of every look at the page behind a link of ours; a module above fills it. It changes nothing of the link. */
export type NoteVisit = (call: PageCall, link: OneTimeLink) => void;

/** The page behind links for another purpose than a password; a module above fills it. Answers nothing where the link is none of its kind. */
export type OtherLinkPage = (call: PortalCall) => Promise<FastifyReply | undefined>;

type Tools = PageTools & { hasher: PasswordHasher; vault: Vault; noteVisit: NoteVisit; otherLinkPages: readonly OtherLinkPage[] };

/** The account name is for password managers; whose password it is says the link alone. */
const PasswordForm = z.strictObject({ password: z.string().min(1).max(1024), accountName: z.string().max(320).optional() });
const NoFields = z.strictObject({});

/** The page behind the secret part of a mail. Looking at it changes nothing (B013); only a password that is typed and sent spends the link. */
export function registerLinkPages(app: FastifyInstance, tools: Tools): void {
  portalPage(app, tools, '/link/sent', async (call) => showPage(call, linkSentView(call, takeNotice(tools.cookies, call)?.address)));
  portalPage(app, tools, '/link/:secret', (call) => showLink(tools, call));
  portalForm(app, tools, '/link/:secret', PasswordForm, (call, form) => takePassword(tools, call, form));
  portalForm(app, tools, '/link/:secret/renew', NoFields, (call) => takeRenewal(tools, call));
  staffPage(app, tools, '/console/link/:secret', (call) => showLink(tools, call));
  staffForm(app, tools, '/console/link/:secret', PasswordForm, (call, form) => takePassword(tools, call, form));
}

const secretOf = (call: PageCall): string => pathPart(call, 'secret');
const pathOf = (call: PageCall): string => `/${call.portal?.slug ?? 'console'}/link/${encodeURIComponent(secretOf(call))}`;

/** The link as it is now, and the call speaking to its owner. */
async function lookAt<C extends PageCall>(tools: Tools, call: C): Promise<{ call: C; seen: SeenLink }> {
  const seen = await call.perform((work) => seeLink(work, secretOf(call), call.portal));
  return { seen, call: speakTo(tools, call, seen.state === 'unknown' ? undefined : seen.wishes) };
}

async function showLink(tools: Tools, arrived: PageCall, state?: FormState, refused?: Refusal): Promise<FastifyReply> {
  const { call, seen } = await lookAt(tools, arrived);
  if (seen.state === 'unknown') {
    const other = await showOther(tools, call);
    if (other) return other;
  } else tools.noteVisit(call, seen.link);
  const fault = linkFault(seen, timeZoneOf(call), call.variant);
  if (fault || seen.state === 'unknown') return showFault(call, seen, fault ?? refuse('unknown'));
  return showPage(call, openLinkView(call, pathOf(call), seen, state ?? takeFaults(tools, call, seen.link.id)), refused);
}

async function showOther({ otherLinkPages }: Tools, call: PageCall): Promise<FastifyReply | undefined> {
  const { portal } = call;
  if (!portal) return undefined;
  for (const page of otherLinkPages) {
    const shown = await page({ ...call, portal });
    if (shown) return shown;
  }
  return undefined;
}

const showFault = (call: PageCall, seen: SeenLink, fault: Refusal, refused?: Refusal): FastifyReply =>
  showPage(call, faultyLinkView(call, pathOf(call), seen, fault, refused), refused ?? fault);

async function takePassword(
  tools: Tools,
  arrived: PageCall,
  { values, faults }: Form<z.output<typeof PasswordForm>>,
): Promise<FastifyReply> {
  const { call, seen } = await lookAt(tools, arrived);
  const { perform, workspace, portal, network, variant } = call;
  if (faults) return refusePassword(tools, call, seen, refuseRequest('invalid', { fields: faults }));

  const { result: account, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return setPasswordByLink(
      tools.hasher,
      { perform, workspace },
      { secret: secretOf(call), password: values.password, portal, timeZone: timeZoneOf(call), variant, network },
    );
  });
  if (refusal) return refusePassword(tools, call, seen, refusal);

  return welcome(tools, call, account);
}

const refusedName = 'password-refused';

/** What is wrong with a password says the page that is fetched next, so that neither reloading nor going back sends the form again. */
async function refusePassword(tools: Tools, call: PageCall, seen: SeenLink, refusal: Refusal): Promise<FastifyReply> {
  const faults = notedFaults(refusal.fields);
  if (seen.state !== 'open' || !faults) return showLink(tools, call, refusedForm(refusal), refusal);
  await countRefused(call, seen.link, refusal);
  leaveNotice(tools.cookies, call, { name: refusedName, linkId: seen.link.id, faults });
  return leadTo(call, pathOf(call));
}

/** A password that was judged and not taken tells staff later why somebody gave up; an empty form tells nothing. */
async function countRefused({ perform }: PageCall, { id }: OneTimeLink, { fields: [fault] }: Refusal): Promise<void> {
  if (!fault?.code.startsWith('password.')) return;
  await perform(({ tx, workspace, now }) => countRefusal(tx, workspace.id, id, { refusal: fault.code, now }));
}

/** What was refused behind this link a moment ago; a notice that is meant for another page stays for that one. */
function takeFaults({ cookies }: Tools, call: PageCall, linkId: string): FormState {
  const notice = readNotice(cookies, call.request);
  if (notice?.name !== refusedName || notice.linkId !== linkId) return untouched;
  return faultyForm(readFaults(takeNotice(cookies, call)?.faults));
}

/** On to the sign-in page. Whoever else was signed in in this browser no longer is: two people must not be mixed up. */
async function welcome({ cookies, vault }: Tools, call: PageCall, { accountName, throttledAs, setAt }: PasswordSet): Promise<FastifyReply> {
  const { portal, reply, workspace } = call;
  await endOwnSession(call);
  cookies.clear(reply, portal ? 'portal' : 'console');
  const mark = markBrowser(vault, { workspaceId: workspace.id, account: throttledAs }, setAt);
  cookies.write(reply, portal ? 'known-person' : 'known-user', mark, knownBrowserSeconds);
  if (!portal) return leadTo(call, '/console/sign-in');
  leaveNotice(cookies, call, { name: 'password-set', accountName });
  return leadTo(call, `/${portal.slug}/sign-in`);
}

async function takeRenewal(tools: Tools, arrived: PortalCall): Promise<FastifyReply> {
  const { call } = await lookAt(tools, arrived);
  const { perform, network, portal } = call;
  const { result: address, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return perform(renew, secretOf(call), portal);
  });
  if (refusal) return refuseRenewal(tools, call, refusal);
  leaveNotice(tools.cookies, call, { name: 'link-sent', address });
  return leadTo(call, `/${portal.slug}/link/sent`);
}

/** Answers the address that the new link goes to, masked: the link's holder need not be its owner. */
async function renew(work: Work, secret: string, portal: Portal): Promise<string> {
  await renewLink(work, secret, portal);
  const seen = await seeLink(work, secret, portal);
  return seen.state === 'unknown' ? '' : maskAddress(seen.account.email);
}

async function refuseRenewal(tools: Tools, arrived: PortalCall, refusal: Refusal): Promise<FastifyReply> {
  const { call, seen } = await lookAt(tools, arrived);
  const fault = linkFault(seen, timeZoneOf(call), call.variant);
  if (!fault) return showLink(tools, call, refusedForm(refusal), refusal);
  return showFault(call, seen, fault, seen.state === 'unknown' ? undefined : refusal);
}
