import { defined } from '../../platform/defined.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import { changeDomain } from './change-domain.ts';
import { checkDomain, type DoctorTools, planCheck } from './check-domain.ts';
import type { MailDomainView, mailDomainContract } from './contract.ts';
import { presentDomain } from './views.ts';

export const mailDomainHandlers = (tools: DoctorTools): Handlers<typeof mailDomainContract> => {
  const present = async ({ perform, actor, variant, workspace }: Call): Promise<MailDomainView> =>
    presentDomain(await perform(planCheck, tools.installation), {
      variant,
      timeZone: workspace.timeZone,
      mayChange: actor.kind === 'user' && actor.administrator,
    });
  return {
    getMailDomain: present,
    checkMailDomain: async (call) => {
      await checkDomain(call.perform, tools);
      return present(call);
    },
    changeMailDomain: async (call) => {
      await call.perform(changeDomain, defined(call.body));
      return present(call);
    },
  };
};
