import type { Handlers } from '../../platform/http/serve.ts';
import type { mailContract } from './contract.ts';
import { type MailReaders, templateHandlers } from './editor/routes.ts';
import { countWaiting } from './outbox/message-store.ts';
import { outboxHandlers } from './outbox/routes.ts';
import { type SettingTools, settingHandlers } from './setting/routes.ts';
import { testMailboxHandlers } from './test-mailbox/routes.ts';

export type MailTools = { readers: MailReaders; sending: SettingTools };

export const mailHandlers = ({ readers, sending }: MailTools): Handlers<typeof mailContract> => ({
  ...settingHandlers({ ...sending, countWaiting }),
  ...templateHandlers(readers),
  ...outboxHandlers,
  ...testMailboxHandlers,
});
