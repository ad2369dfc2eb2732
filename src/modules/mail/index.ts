export type { MailOutcomeView } from './contract.ts';
export { localWaysOf } from './delivery/local-ways.ts';
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
export {
  type BounceReport,
  type BounceVerdict,
  findMessageByMessageId,
  recordBounce,
  releaseAddress,
} from './outbox/address-mark.ts';
export { type LeaveScope, leaveMail, withdrawMails } from './outbox/leave-mail.ts';
export { listMessagesOfContact, type ReadMessage, readMessages } from './outbox/list-messages.ts';
export { findImpossibility } from './outbox/mailability.ts';
export { sendNotice } from './outbox/send-notice.ts';
export { takeOverMails } from './outbox/take-over-mails.ts';
export { causePhrases } from './phrases.ts';
export { refuse as refuseMail } from './refusals.ts';
export { mailHandlers } from './routes.ts';
export { adoptMailServer } from './setting/adopt-mail-server.ts';
export { triedLimits } from './setting/examine.ts';
export { createMailSetting, mailSettingFromUrl, type NewMailSetting } from './setting/mail-setting.ts';
export { changeReturnPath, getReturnPath } from './setting/return-path.ts';
export type { SettingTools } from './setting/routes.ts';
export { findTransport } from './setting/setting-store.ts';
export { paletteOf } from './template/color.ts';
export type { MailReaders } from './template/routes.ts';
export { salutationLine } from './template/wording.ts';
