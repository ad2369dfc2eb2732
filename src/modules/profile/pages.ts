import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Uuid } from '../../platform/http/contract.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { tellPasswordChanged } from '../contact/index.ts';
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
  type SignInTools,
  type VisitorCall,
  visitorForm,
  visitorPage,
} from '../sign-in/index.ts';
import { profileView } from './view.ts';

type Tools = PageTools & { signInTools: SignInTools };

/** The account name is for password managers; whose password it is says the session alone. */
const PasswordForm = z.strictObject({
  currentPassword: z.string().min(1).max(1024),
  newPassword: z.string().min(1).max(1024),
  accountName: z.string().max(320).optional(),
});
const DeviceForm = z.strictObject({ sessionId: Uuid });
const NoFields = z.strictObject({});

/** „Profil“: what a signed-in person sees of themselves and may change by themselves. */
export function registerProfilePages(app: FastifyInstance, tools: Tools): void {
  const page = '/profile';
  visitorPage(app, tools, page, (call) => showProfile(tools, call, untouched));
  visitorForm(app, tools, { path: '/profile/password', page, fields: PasswordForm }, (call, form) => takePassword(tools, call, form));
  visitorForm(app, tools, { path: '/profile/device', page, fields: DeviceForm }, (call, form) => takeDevice(tools, call, form));
  visitorForm(app, tools, { path: '/profile/other-devices', page, fields: NoFields }, (call) => takeOtherDevices(tools, call));
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
      tell: (work) => tellPasswordChanged(work, accountId, portal.id),
    }),
  );
  if (refusal?.code === 'sign-in.account-changed') return leadToSignIn(tools, call);
  if (refusal) return showProfile(tools, call, refusedForm(refusal), refusal);

  tools.cookies.write(reply, 'portal', carried.secret, cookieSeconds(workspace, carried.remembered));
  return leadBack(tools, call, 'password-changed');
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
