export type { MailOutcomeView } from './contract.ts';
export { createMailWorker, type FindDeadLinks, type MailWorker, type MailWorkerOptions } from './delivery/worker.ts';
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
export { type LeaveScope, leaveMail, withdrawMails } from './outbox/leave-mail.ts';
export { listMessagesOfContact } from './outbox/list-messages.ts';
export { findImpossibility } from './outbox/mailability.ts';
export { sendNotice } from './outbox/send-notice.ts';
export { takeOverMails } from './outbox/take-over-mails.ts';
export { mailHandlers } from './routes.ts';
export { adoptMailServer } from './setting/adopt-mail-server.ts';
export { createMailSetting, mailSettingFromUrl, type NewMailSetting } from './setting/mail-setting.ts';
export { paletteOf } from './template/color.ts';
export { salutationLine } from './template/wording.ts';
