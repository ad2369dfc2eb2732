import type { Settings } from '../../../platform/settings.ts';
import type { SmtpTarget } from '../transport/smtp-line.ts';
import { readSmtpUrl } from './smtp-url.ts';

/** The ways of sending for which a workspace has nothing to fill in, because the operator's settings name them. */
export type LocalWays = { sendmailPath: string; relay: SmtpTarget };

/** Refuses a relay that is no address of a mail server (`smtp-url-invalid`), so that a start with a mistake in it ends at once. */
export function localWaysOf({ sendmail, mailRelay }: Pick<Settings, 'sendmail' | 'mailRelay'>): LocalWays {
  const { senderAddress: _, ...relay } = readSmtpUrl(mailRelay, 'PFORTE_MAIL_RELAY');
  return { sendmailPath: sendmail, relay };
}
