import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { maskAddress } from '../../platform/address.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { Vault } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import { listAccessesOfAccount } from '../access/index.ts';
import type { OneTimeLink } from '../link/index.ts';
import type { PasswordHasher } from '../password/index.ts';
import {
  type Form,
  type FormState,
  faultyForm,
  findPortal,
  leadTo,
  leaveNotice,
  type PageCall,
  type PageTools,
  type PortalCall,
  pathPart,
  portalForm,
  portalPage,
  refusedForm,
  showPage,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { endOwnSession } from '../sign-in/index.ts';
import { knownBrowserSeconds, linkLimit, markBrowser, takeTry } from '../throttle/index.ts';
import { type Activation, activate, activateWithNewPassword } from './activate.ts';
import { findActivation, type SeenActivation } from './find-activation.ts';
import { activationFault, confirmView, type Elsewhere, faultyView, newPasswordView } from './pages-activation-view.ts';
import { refuse } from './refusals.ts';
import { renewActivation } from './send-activation.ts';

export type ActivationTools = PageTools & { hasher: PasswordHasher; vault: Vault; noteVisit: (call: PageCall, link: OneTimeLink) => void };

/** The account name is for password managers; whose password it is says the link alone. */
const password = z.string().min(1).max(1024);
const ConfirmForm = z.strictObject({ password, accountName: z.string().max(320).optional() });
const NewPasswordForm = z.strictObject({ newPassword: password, accountName: z.string().max(320).optional() });
const NoFields = z.strictObject({});

/** Where a registration is confirmed. Looking changes nothing (rule 6): only a password that is typed and sent does, so that no mail scanner can. */
export function registerActivationPages(app: FastifyInstance, tools: ActivationTools): void {
  portalForm(app, tools, '/link/:secret/activate', ConfirmForm, (call, form) => takePassword(tools, call, form));
  portalPage(app, tools, '/link/:secret/new-password', (call) => showNewPassword(call));
  portalForm(app, tools, '/link/:secret/new-password', NewPasswordForm, (call, form) => takeNewPassword(tools, call, form));
  portalForm(app, tools, '/link/:secret/new-activation', NoFields, (call) => takeRenewal(tools, call));
}

/** The page behind a link of a mail, if it is an activation; otherwise nothing. */
export async function showActivation({ noteVisit }: ActivationTools, call: PortalCall): Promise<FastifyReply | undefined> {
  const seen = await lookAt(call);
  if (!seen) return undefined;
  noteVisit(call, seen.link);
  return show(call, seen);
}

const secretOf = (call: PortalCall): string => pathPart(call, 'secret');
const pathOf = (call: PortalCall): string => `/${call.portal.slug}/link/${encodeURIComponent(secretOf(call))}`;
const lookAt = (call: PortalCall): Promise<SeenActivation | undefined> =>
  call.perform((work) => findActivation(work, secretOf(call), call.portal));

async function show(call: PortalCall, seen: SeenActivation, state: FormState = untouched, refused?: Refusal): Promise<FastifyReply> {
  const fault = activationFault(seen, call);
  if (fault) return showPage(call, faultyView(call, pathOf(call), seen, fault, refused), refused ?? fault);
  // The password that was chosen counts no more: whose mailbox it is sets a new one.
  if (!seen.account.hasPassword && !seen.registration?.passwordHash) return leadTo(call, `${pathOf(call)}/new-password`);
  const elsewhere = seen.account.hasPassword ? await call.perform((work) => findElsewhere(work, seen)) : undefined;
  return showPage(call, confirmView(call, pathOf(call), seen, { elsewhere, state }), refused);
}

/** Where an account with a password is known already; the mail went to its owner, so this tells them nothing new. */
async function findElsewhere({ tx, workspace }: Work, { account, link }: SeenActivation): Promise<Elsewhere | undefined> {
  const accesses = await listAccessesOfAccount(tx, workspace.id, account.id);
  const other = accesses.find(({ portalId, registeredAt }) => portalId !== link.portalId && registeredAt);
  return other && findPortal(tx, workspace.id, other.portalId);
}

async function takePassword(
  tools: ActivationTools,
  call: PortalCall,
  { values, faults }: Form<z.output<typeof ConfirmForm>>,
): Promise<FastifyReply> {
  const { perform, workspace, portal, network } = call;
  const again = async (state: FormState, refusal: Refusal) => showAgain(call, (seen) => show(call, seen, state, refusal));
  if (faults) return again(faultyForm(faults), refuseRequest('invalid'));
  const { result, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return activate(tools.hasher, { perform, workspace }, { secret: secretOf(call), portal, network, password: values.password });
  });
  return refusal ? again(refusedForm(refusal), refusal) : finish(tools, call, result);
}

async function showNewPassword(call: PortalCall, state: FormState = untouched, refused?: Refusal): Promise<FastifyReply> {
  return showAgain(call, async (seen) => {
    if (seen.state !== 'open' || seen.account.hasPassword) return leadTo(call, pathOf(call));
    return showPage(call, newPasswordView(call, pathOf(call), seen, state), refused);
  });
}

async function takeNewPassword(
  tools: ActivationTools,
  call: PortalCall,
  { values, faults }: Form<z.output<typeof NewPasswordForm>>,
): Promise<FastifyReply> {
  const { perform, workspace, portal, network } = call;
  if (faults) return showNewPassword(call, faultyForm(faults), refuseRequest('invalid'));
  const { result, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    return activateWithNewPassword(
      tools.hasher,
      { perform, workspace },
      { secret: secretOf(call), portal, network, newPassword: values.newPassword },
    );
  });
  return refusal ? showNewPassword(call, refusedForm(refusal), refusal) : finish(tools, call, result);
}

async function showAgain(call: PortalCall, view: (seen: SeenActivation) => Promise<FastifyReply>): Promise<FastifyReply> {
  const seen = await lookAt(call);
  if (!seen) throw refuse('unknown');
  return view(seen);
}

/**
 * On to the sign-in page, or back to the link's own page, which says why not. Whoever else was signed in in this browser no longer is: two people must not be
 * mixed up.
 */
async function finish({ cookies, vault }: ActivationTools, call: PortalCall, outcome: Activation): Promise<FastifyReply> {
  if (outcome.state !== 'activated') return leadTo(call, pathOf(call));
  const { portal, reply, workspace, now } = call;
  await endOwnSession(call);
  cookies.clear(reply, 'portal');
  const mark = markBrowser(vault, { workspaceId: workspace.id, account: outcome.throttledAs }, now);
  cookies.write(reply, 'known-person', mark, knownBrowserSeconds);
  leaveNotice(cookies, call, { name: 'activated', accountName: outcome.accountName });
  return leadTo(call, `/${portal.slug}/sign-in`);
}

/** „Neuen Link anfordern“ on the page of a link that does not work any more (B014): it goes to the address of the registration only. */
async function takeRenewal(tools: ActivationTools, call: PortalCall): Promise<FastifyReply> {
  const { perform, network, portal } = call;
  const seen = await lookAt(call);
  if (!seen) throw refuse('unknown');
  if (seen.state === 'open') return leadTo(call, pathOf(call));
  const { refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    const outcome = await perform((work) => renewActivation(work, seen.account.id, portal));
    if (outcome?.state !== 'queued') throw refuse(outcome ? 'cannot-send' : 'not-waiting');
  });
  if (refusal) return show(call, seen, refusedForm(refusal), refusal);
  leaveNotice(tools.cookies, call, { name: 'link-sent', address: maskAddress(seen.account.email) });
  return leadTo(call, `/${portal.slug}/link/sent`);
}
