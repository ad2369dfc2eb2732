import type { Handlers } from '../../platform/http/serve.ts';
import type { mailContract } from './contract.ts';
import { outboxHandlers } from './outbox/routes.ts';
import { settingHandlers } from './setting/routes.ts';
import { templateHandlers } from './template/routes.ts';
import { testMailboxHandlers } from './test-mailbox/routes.ts';

export const mailHandlers: Handlers<typeof mailContract> = {
  ...settingHandlers,
  ...templateHandlers,
  ...outboxHandlers,
  ...testMailboxHandlers,
};
