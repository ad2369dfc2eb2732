import MailComposer from 'nodemailer/lib/mail-composer';
import { languageOf, type Variant } from '../../../platform/phrases.ts';
import { secretsOfLink } from './answer.ts';
import { revealLink } from './link-mask.ts';
import type { Parcel } from './smtp-line.ts';

/** What a mail is put together from. `linkUrl` is `null` where the mail has no link. */
export type Composition = {
  id: string;
  messageId: string;
  variant: Variant;
  recipientName: string;
  recipientAddress: string;
  subject: string;
  html: string;
  text: string;
  queuedAt: Date;
  senderName: string;
  senderAddress: string;
  replyTo?: string | null;
  /** Where mails that come back go; without it to the sender. */
  returnPath?: string | null;
  linkUrl: string | null;
};

/**
 * The mail as bytes. Every try of one mail gives the same bytes: same Message-ID, same Date, same boundary.
 * The library gets address objects, so that a name can never become an address (rule 17); it may open neither files nor URLs.
 */
export async function compose(mail: Composition): Promise<Parcel & { html: string; text: string }> {
  const { html, text } = revealLink(mail, mail.linkUrl);
  const from = mail.returnPath ?? mail.senderAddress;
  const message = new MailComposer({
    from: { name: mail.senderName, address: mail.senderAddress },
    to: { name: mail.recipientName, address: mail.recipientAddress },
    ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
    envelope: { from, to: [mail.recipientAddress] },
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.queuedAt,
    text: { content: text, contentTransferEncoding: 'quoted-printable' },
    html: { content: html, contentTransferEncoding: 'quoted-printable' },
    headers: {
      'Content-Language': languageOf(mail.variant),
      // RFC 3834: no vacation notice answers this; the second says the same to Exchange.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    newline: 'windows',
    boundaryPrefix: '--part',
    baseBoundary: mail.id.replaceAll('-', ''),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await message.compile().build();
  return { from, to: mail.recipientAddress, raw, secrets: secretsOfLink(mail.linkUrl), html, text };
}
