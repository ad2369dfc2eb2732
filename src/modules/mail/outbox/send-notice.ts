import type { Id } from '../../../platform/id.ts';
import type { Work } from '../../../platform/work.ts';
import type { MailOutcome, MailRequest } from '../mail.ts';

/** Mails that tell an account's owner what has been done to it. */
const notices = {
  password_changed: 'password-notice',
  email_change_notice: 'address-notice',
  email_change_requested: 'address-notice',
  impersonation_notice: 'impersonation-notice',
  assignment_done: 'assignment-notice',
  access_blocked: 'block-notice',
  access_expiring: 'expiry-notice',
} as const;

export type NoticeRequest = MailRequest & { template: keyof typeof notices; accountId: Id<'account'> };

/**
 * Sends the notice that a change owes, and writes down what became of it, so that one that could not be sent is a visible, dated failure.
 * The event belongs to the account: `password-notice.queued`, or `.not-possible` with the reason.
 */
export async function sendNotice({ send, record }: Pick<Work, 'send' | 'record'>, notice: NoticeRequest): Promise<MailOutcome> {
  const outcome = await send(notice);
  const detail = outcome.state === 'queued' ? { messageId: outcome.messageId } : { reason: outcome.reason };
  record(
    `${notices[notice.template]}.${outcome.state}`,
    { type: 'account', id: notice.accountId },
    { after: detail, personal: { after: { address: notice.address } } },
  );
  return outcome;
}
