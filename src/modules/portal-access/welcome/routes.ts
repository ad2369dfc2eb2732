import { defined } from '../../../platform/defined.ts';
import type { Call, Handlers } from '../../../platform/http/serve.ts';
import { type AccessId, lockAccess } from '../../access/index.ts';
import type { ContactId } from '../../contact/index.ts';
import { cancelChange, suggestAddress } from '../../email-change/index.ts';
import type { PortalId } from '../../portal/index.ts';
import { mustBePossible } from '../policy.ts';
import { presentOne } from '../present-one.ts';
import type { MailedAccess, welcomeContract } from './contract.ts';
import { givePortalAccess } from './give-portal-access.ts';
import { listSendings } from './list-sendings.ts';
import { type ResendActivation, resend } from './resend.ts';
import { resetPassword } from './reset-password.ts';
import { presentMail } from './views.ts';

const idOf = ({ accessId }: { accessId: string }) => accessId as AccessId;

/** `resendActivation`: of the module that knows self-registrations. */
export const welcomeHandlers = ({ resendActivation }: { resendActivation: ResendActivation }): Handlers<typeof welcomeContract> => ({
  giveAccess: async (call) => {
    const { portalId, contactId, welcome, ...opening } = call.body;
    const order = { ...defined(opening), portalId: portalId as PortalId, contactId: contactId as ContactId, welcome };
    return presentMailed(call, await call.perform(givePortalAccess, order), 'welcome');
  },
  suggestAddress: async ({ perform, query }) => ({ suggestion: (await perform(suggestAddress, query.email)) ?? null }),
  resend: async (call) => {
    const resent = await call.perform(resend, idOf(call.params), resendActivation);
    return presentMailed(call, resent, resent.kind);
  },
  resetPassword: async (call) => {
    const reset = await call.perform(resetPassword, idOf(call.params));
    return { ...(await presentMailed(call, reset, 'admin_reset')), ended: reset.ended };
  },
  cancelAddressChange: async (call) =>
    presentOne(
      call,
      await call.perform(async (work) => {
        const access = await lockAccess(work, idOf(call.params));
        mustBePossible('cancel-address-change', access, work);
        await cancelChange(work, access.accountId);
        return lockAccess(work, access.id);
      }),
    ),
  listSendings: async ({ perform, params, variant }) => perform(listSendings, idOf(params), variant),
});

type Mailed = Pick<Awaited<ReturnType<typeof givePortalAccess>>, 'access' | 'mail'>;

async function presentMailed(call: Call, { access, mail }: Mailed, kind: 'welcome' | 'activation' | 'admin_reset'): Promise<MailedAccess> {
  const template = kind === 'welcome' && access.hasPassword ? 'welcome_without_link' : kind;
  return { ...(await presentOne(call, access)), mail: presentMail(mail, { template, address: access.email }, call.variant) };
}
