import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { OneTimeLink } from '../link/index.ts';
import {
  type Form,
  type FormState,
  faultyForm,
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
  speakTo,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import type { SignInTools } from '../sign-in/index.ts';
import { linkLimit, takeTry } from '../throttle/index.ts';
import { changeFault, confirmAddress, type SeenChange, seeChange } from './confirm-address.ts';
import { confirmedView, confirmView, faultyChangeView } from './pages-view.ts';
import { refuse } from './refusals.ts';

type Tools = PageTools & { signInTools: SignInTools; noteVisit: (call: PageCall, link: OneTimeLink) => void };

/** The account name is for password managers; whose password it is says the link alone. */
const ConfirmForm = z.strictObject({
  password: z.string().min(1).max(1024),
  accountName: z.string().max(320).optional(),
  takesName: z.literal('yes').optional(),
});

/** Where a new address is confirmed. Looking at the page changes nothing (rule 6); only the password that is typed and sent does. */
export function registerEmailChangePages(app: FastifyInstance, tools: Tools): void {
  portalForm(app, tools, '/link/:secret/address', ConfirmForm, (call, form) => takeConfirmation(tools, call, form));
  portalPage(app, tools, '/address-confirmed', async (call) => showPage(call, confirmedView(call, takeNotice(tools.cookies, call))));
}

/** The page behind a link of a mail, if it is one that asks for a confirmation; otherwise nothing. */
export async function showChange(tools: Tools, call: PortalCall): Promise<FastifyReply | undefined> {
  const seen = await call.perform((work) => seeChange(work, pathPart(call, 'secret'), call.portal));
  return seen.state === 'unknown' ? undefined : show(tools, call, seen);
}

const pathOf = (call: PortalCall): string => `/${call.portal.slug}/link/${encodeURIComponent(pathPart(call, 'secret'))}`;

function show(tools: Tools, arrived: PortalCall, seen: SeenChange, state: FormState = untouched, refused?: Refusal): FastifyReply {
  const call = speakTo(tools, arrived, seen.state === 'unknown' ? undefined : seen.contact);
  if (seen.state !== 'unknown') tools.noteVisit(call, seen.link);
  const fault = changeFault(seen, call.portal.timeZone, call.variant);
  if (fault || seen.state === 'unknown') {
    const shown = refused ?? fault ?? refuse('unknown');
    return showPage(call, faultyChangeView(call, pathOf(call), shown), shown);
  }
  return showPage(call, confirmView(call, pathOf(call), seen, state), refused);
}

async function takeConfirmation(
  tools: Tools,
  call: PortalCall,
  { values, faults }: Form<z.output<typeof ConfirmForm>>,
): Promise<FastifyReply> {
  const { perform, workspace, portal, variant, network } = call;
  const secret = pathPart(call, 'secret');
  const see = () => perform((work) => seeChange(work, secret, portal));
  if (faults) return show(tools, call, await see(), faultyForm(faults), refuseRequest('invalid'));

  const { result: confirmed, refusal } = await tryForm(async () => {
    await perform((work) => takeTry(work, linkLimit, { network }));
    const confirmation = { secret, password: values.password, portal, variant, network, takesName: values.takesName === 'yes' };
    return confirmAddress(tools.signInTools, { perform, workspace }, confirmation);
  });
  if (refusal) return show(tools, call, await see(), refusedForm(refusal), refusal);
  tools.cookies.clear(call.reply, 'portal');
  leaveNotice(tools.cookies, call, { name: 'address-confirmed', address: confirmed.email, accountName: confirmed.accountName });
  return leadTo(call, `/${portal.slug}/address-confirmed`);
}
