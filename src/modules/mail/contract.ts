import { outboxContract } from './outbox/contract.ts';
import { settingContract } from './setting/contract.ts';
import { templateContract } from './template/contract.ts';
import { testMailboxContract } from './test-mailbox/contract.ts';

export {
  AddressMarkView,
  AttemptView,
  MailOutcomeView,
  MessageDetailView,
  MessageState,
  MessageView,
  messageStates,
  QueueView,
  type QueueViewName,
  queueViews,
  RetryView,
} from './outbox/contract.ts';
export { MailCheckView, MailSettingView, MailTestView } from './setting/contract.ts';
export {
  TemplateFaultView,
  TemplatePreviewView,
  TemplateVariantView,
  TemplateVersionView,
  TemplateView,
} from './template/contract.ts';
export { TestMailView } from './test-mailbox/contract.ts';

/** Everything below `/mail`, put together from the parts of this module. */
export const mailContract = { ...settingContract, ...templateContract, ...outboxContract, ...testMailboxContract };
