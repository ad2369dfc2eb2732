export { adoptMailServer } from './adopt-mail-server.ts';
export type { MailOutcomeView } from './contract.ts';
export { createMailWorker, type FindDeadLinks, type MailWorker, type MailWorkerOptions } from './delivery/worker.ts';
export { type LeaveScope, leaveMail, withdrawMails } from './leave-mail.ts';
export { listMessagesOfContact } from './list-messages.ts';
export type {
  MailImpossibility,
  MailLink,
  MailOutcome,
  MailPerson,
  MailPortal,
  MailRequest,
  MessageState,
  TemplateKey,
  WithdrawalCause,
} from './mail.ts';
export { createMailSetting, mailSettingFromUrl, type NewMailSetting } from './mail-setting.ts';
export { findImpossibility } from './mailability.ts';
export { mailHandlers } from './routes.ts';
export { sendNotice } from './send-notice.ts';
export { takeOverMails } from './take-over-mails.ts';
export { paletteOf } from './template/color.ts';
export { salutationLine } from './template/wording.ts';
