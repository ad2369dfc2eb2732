import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Uuid } from '../../platform/http/contract.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { tellPasswordChanged } from '../contact/index.ts';
import { cancelChange, changeOwnAddress } from '../email-change/index.ts';
import {
  type Form,
  type FormState,
  faultyForm,
  leadTo,
  leaveNotice,
  type PageTools,
  refusedForm,
  showPage,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { cookieSeconds, listSessions, type Session, type SessionId } from '../session/index.ts';
import {
  changeOwnPassword,
  endOtherSessions,
  endSession,
  ownerForm,
  type SignInTools,
  type VisitorCall,
  visitorPage,
} from '../sign-in/index.ts';
import { addressView } from './address-view.ts';
import { profileView } from './view.ts';

type Tools = PageTools & { signInTools: SignInTools };

/** The account name is for password managers; whose password it is says the session alone. */
const PasswordForm = z.strictObject({
  currentPassword: z.string().min(1).max(1024),
  newPassword: z.string().min(1).max(1024),
  accountName: z.string().max(320).optional(),
});
/** As it was typed: what is an address is judged where it is stored. */
const AddressForm = z.strictObject({
  email: z.string().min(1).max(1000),
  currentPassword: z.string().min(1).max(1024),
  accountName: z.string().max(320).optional(),
});
const DeviceForm = z.strictObject({ sessionId: Uuid });
const NoFields = z.strictObject({});

/** „Profil“: what a signed-in person sees of themselves and may change by themselves. */
export function registerProfilePages(app: FastifyInstance, tools: Tools): void {
  const page = '/profile';
  visitorPage(app, tools, page, (call) => showProfile(tools, call, untouched), { for: 'everybody' });
  ownerForm(app, tools, { path: '/profile/password', page, fields: PasswordForm }, (call, form) => takePassword(tools, call, form));
  visitorPage(app, tools, '/profile/address', (call) => showAddress(tools, call, untouched), { for: 'everybody' });
  ownerForm(app, tools, { path: '/profile/address', page: '/profile/address', fields: AddressForm }, (call, form) =>
    takeAddress(tools, call, form),
  );
  ownerForm(app, tools, { path: '/profile/address/cancel', page, fields: NoFields }, (call) => takeCancellation(tools, call));
  ownerForm(app, tools, { path: '/profile/device', page, fields: DeviceForm }, (call, form) => takeDevice(tools, call, form));
  ownerForm(app, tools, { path: '/profile/other-devices', page, fields: NoFields }, (call) => takeOtherDevices(tools, call));
}

const ownSessions = ({ perform, accountId }: VisitorCall): Promise<Session[]> =>
  perform(({ tx, now, workspace }) => listSessions(tx, workspace.id, accountId, now));

async function showProfile({ cookies }: Tools, call: VisitorCall, state: FormState, refused?: Refusal): Promise<FastifyReply> {
  const sessions = await ownSessions(call);
  return showPage(call, profileView(call, { sessions, notice: takeNotice(cookies, call), state }), refused);
}

async function takePassword(
  tools: Tools,
  call: VisitorCall,
  { values, faults }: Form<z.output<typeof PasswordForm>>,
): Promise<FastifyReply> {
  if (faults) return showProfile(tools, call, faultyForm(faults), refuseRequest('invalid'));
  const { accountId, sessionId, network, portal, workspace, visitor, reply } = call;
  const { contact, access } = visitor;
  const words = [access.accountName, contact?.firstName, contact?.lastName, contact?.company, portal.name, workspace.name].filter(
    (word) => word !== undefined,
  );

  const { result: carried, refusal } = await tryForm(() =>
    changeOwnPassword(tools.signInTools, call, {
      accountId,
      sessionId,
      currentPassword: values.currentPassword,
      newPassword: values.newPassword,
      words,
      network,
      tell: (work) => tellPasswordChanged(work, accountId, portal.id, { contactId: contact?.id }),
    }),
  );
  if (refusal?.code === 'sign-in.account-changed') return leadToSignIn(tools, call);
  if (refusal) return showProfile(tools, call, refusedForm(refusal), refusal);

  tools.cookies.write(reply, 'portal', carried.secret, cookieSeconds(workspace, carried.remembered));
  return leadBack(tools, call, 'password-changed');
}

async function showAddress(
  _: Tools,
  call: VisitorCall,
  state: FormState,
  { typed = '', refused }: { typed?: string; refused?: Refusal } = {},
): Promise<FastifyReply> {
  return showPage(call, addressView(call, typed, state), refused);
}

async function takeAddress(
  tools: Tools,
  call: VisitorCall,
  { typed, values, faults }: Form<z.output<typeof AddressForm>>,
): Promise<FastifyReply> {
  const again = { typed: typed.email ?? '' };
  if (faults) return showAddress(tools, call, faultyForm(faults), { ...again, refused: refuseRequest('invalid') });
  const { accountId, network, portal } = call;
  const { email, currentPassword } = values;
  const { result: asked, refusal } = await tryForm(() =>
    changeOwnAddress(tools.signInTools, call, { accountId, portalId: portal.id, email, currentPassword, network }),
  );
  if (refusal?.code === 'email-change.account-changed') return leadToSignIn(tools, call);
  if (refusal) return showAddress(tools, call, refusedForm(refusal), { ...again, refused: refusal });
  leaveNotice(tools.cookies, call, { name: 'address-asked', address: asked.email });
  return leadTo(call, `/${portal.slug}/profile`);
}

async function takeCancellation(tools: Tools, call: VisitorCall): Promise<FastifyReply> {
  const { refusal } = await tryForm(() => call.perform(cancelChange, call.accountId));
  return leadBack(tools, call, refusal ? 'address-not-awaited' : 'address-cancelled');
}

/** The session this came from is dead by now: whoever held it is shown nothing of the account any more. */
function leadToSignIn({ cookies }: Tools, call: VisitorCall): FastifyReply {
  cookies.clear(call.reply, 'portal');
  leaveNotice(cookies, call, { name: 'account-changed' });
  return leadTo(call, `/${call.portal.slug}/sign-in`);
}

async function takeDevice(tools: Tools, call: VisitorCall, { values }: Form<z.output<typeof DeviceForm>>): Promise<FastifyReply> {
  if (values) await call.perform(endSession, call.accountId, values.sessionId as SessionId);
  return leadBack(tools, call, 'device-signed-out');
}

async function takeOtherDevices(tools: Tools, call: VisitorCall): Promise<FastifyReply> {
  await call.perform(endOtherSessions, call.accountId, call.sessionId);
  return leadBack(tools, call, 'others-signed-out');
}

function leadBack({ cookies }: Tools, call: VisitorCall, notice: string): FastifyReply {
  leaveNotice(cookies, call, { name: notice });
  return leadTo(call, `/${call.portal.slug}/profile`);
}
