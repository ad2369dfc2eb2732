import { outboxContract } from './outbox/contract.ts';
import { settingContract } from './setting/contract.ts';
import { templateContract } from './template/contract.ts';
import { testMailboxContract } from './test-mailbox/contract.ts';

export { AttemptView, MailOutcomeView, MessageDetailView, MessageState, MessageView } from './outbox/contract.ts';
export { MailSettingView } from './setting/contract.ts';
export { TemplateView } from './template/contract.ts';
export { TestMailView } from './test-mailbox/contract.ts';

/** Everything below `/mail`, put together from the parts of this module. */
export const mailContract = { ...settingContract, ...templateContract, ...outboxContract, ...testMailboxContract };
