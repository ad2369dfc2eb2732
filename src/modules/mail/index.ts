export type { MailOutcomeView } from './contract.ts';
export { createMailWorker, type FindDeadLinks, type MailWorker, type MailWorkerOptions } from './delivery/worker.ts';
export type { MailReaders } from './editor/routes.ts';
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
  readNewMarks,
  recordBounce,
  releaseAddress,
} from './outbox/address-mark.ts';
export { type Saying, speaksOfAddress, wordsOf } from './outbox/address-verdict.ts';
export { accountsWithFailedMail } from './outbox/failed-store.ts';
export { forgetMails } from './outbox/forget-mails.ts';
export { findQueuePause } from './outbox/hold-store.ts';
export { type LeaveScope, leaveMail, withdrawMails } from './outbox/leave-mail.ts';
export { listMessagesOfContact, type ReadMessage, readMessages } from './outbox/list-messages.ts';
export { findImpossibility } from './outbox/mailability.ts';
export { lockReportedMessage as lockMessage } from './outbox/reported-store.ts';
export { longestTaggedName, type TagScope, taggedIdIn, taggedReturnPath } from './outbox/return-tag.ts';
export { sendNotice } from './outbox/send-notice.ts';
export { takeOverMails } from './outbox/take-over-mails.ts';
export { causePhrases } from './phrases.ts';
export { refuse as refuseMail } from './refusals.ts';
export { mailHandlers } from './routes.ts';
export { adoptMailServer } from './setting/adopt-mail-server.ts';
export { triedLimits } from './setting/examine.ts';
export { localWaysOf } from './setting/local-ways.ts';
export { createMailSetting, mailSettingFromUrl, type NewMailSetting } from './setting/mail-setting.ts';
export { changeReturnPath, getReturnPath, holdReturnPath, startReturnTags } from './setting/return-path.ts';
export type { SettingTools } from './setting/routes.ts';
export { findTransport } from './setting/setting-store.ts';
export { paletteOf } from './template/color.ts';
export { templateOf } from './template/templates.ts';
export { salutationLine } from './template/wording.ts';
