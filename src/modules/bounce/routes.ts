import type { Call, Handlers } from '../../platform/http/serve.ts';
import type { Id } from '../../platform/id.ts';
import type { Vault } from '../../platform/secret.ts';
import { changeBounceSetting, getBounceSetting, planMailboxCheck } from './bounce-setting.ts';
import type { bounceContract } from './contract.ts';
import { checkMailbox } from './mailbox/check-mailbox.ts';
import type { ImapTrust } from './mailbox/session.ts';
import { readBounceAlarm } from './read-alarm.ts';
import { readPosted } from './read-posted.ts';
import { listBouncePage } from './report-store.ts';
import { askSubAddressesAgain } from './sub-addresses.ts';
import { takeBounce } from './take-bounce.ts';
import { presentBounce, presentCheck, presentPosted, presentSetting } from './views.ts';

/** `wake`: a mailbox that was just saved is read at once. */
export type BounceTools = { vault: Vault; wakeBounces: () => void; imap?: ImapTrust };

export const bounceHandlers = (tools: BounceTools): Handlers<typeof bounceContract> => {
  const present = async ({ perform, variant, now }: Call) => presentSetting(await perform(getBounceSetting), variant, now);
  return {
    getBounceSettings: present,
    changeBounceSettings: async (call) => {
      await call.perform(changeBounceSetting, call.body, { vault: tools.vault, expectedVersion: call.ifMatch });
      tools.wakeBounces();
      return present(call);
    },
    checkBounceSettings: async ({ perform, body, network, variant }) => {
      const target = await perform(planMailboxCheck, body.mailbox, { vault: tools.vault, network });
      return presentCheck(await checkMailbox(target, tools.imap), variant);
    },
    checkSubAddresses: async (call) => {
      await call.perform(askSubAddressesAgain, { vault: tools.vault, network: call.network });
      return present(call);
    },
    getBounceAlarm: ({ perform, variant }) => perform(readBounceAlarm, variant),
    listBounces: async ({ perform, query: { matched, messageId, ...query }, variant }) => {
      const wanted = {
        ...query,
        matched: matched === undefined ? undefined : matched === 'true',
        messageId: messageId as Id<'message'> | undefined,
      };
      const page = await perform(({ tx, workspace }) => listBouncePage(tx, workspace.id, wanted));
      return { ...page, items: page.items.map((bounce) => presentBounce(bounce, variant)) };
    },
    postBounce: async ({ perform, body, variant }) => {
      const mail = await readPosted(body.raw);
      const taken = mail.kind === 'bounce' ? await perform(takeBounce, mail, { way: 'posted', vault: tools.vault }) : [];
      return presentPosted(mail, taken, variant);
    },
  };
};
