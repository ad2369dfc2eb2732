import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { languageOf, type Variant } from '../../../platform/phrases.ts';
import { secretsOfLink } from './answer.ts';
import type { Parcel } from './smtp-line.ts';

/** What a mail is put together from, its link in its place. `linkUrl` is `null` where it has none. */
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
 * The library writes the header from address objects, so that a name can never become an address (rule 17), and encodes the two bodies. They are put
 * together here: through its streams the same bytes take more than twice as long.
 */
export function compose(mail: Composition): Parcel & { html: string; text: string } {
  const { html, text } = mail;
  const from = mail.returnPath ?? mail.senderAddress;
  const head = new MimeNode('multipart/alternative', {
    boundaryPrefix: '--part',
    baseBoundary: mail.id.replaceAll('-', ''),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  head.addHeader({
    'Content-Language': languageOf(mail.variant),
    // RFC 3834: no vacation notice answers this; the second says the same to Exchange.
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  });
  head.setHeader('From', { name: mail.senderName, address: mail.senderAddress });
  head.setHeader('To', { name: mail.recipientName, address: mail.recipientAddress });
  if (mail.replyTo) head.setHeader('Reply-To', { name: '', address: mail.replyTo });
  head.setHeader('Subject', mail.subject);
  head.setHeader('Message-ID', mail.messageId);
  head.setHeader('Date', mail.queuedAt);
  const lines = [
    head.buildHeaders(),
    '',
    `--${head.boundary}`,
    ...part('text/plain', text),
    `--${head.boundary}`,
    ...part('text/html', html),
    `--${head.boundary}--`,
    '',
  ];
  const raw = Buffer.from(lines.join('\r\n'));
  return { from, to: mail.recipientAddress, raw, secrets: secretsOfLink(mail.linkUrl), html, text };
}

const part = (type: string, content: string): string[] => [
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  wrap(encode(content.replace(/\r\n?|\n/g, '\r\n'))),
];
