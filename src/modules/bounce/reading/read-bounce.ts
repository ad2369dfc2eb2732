import PostalMime, { type Attachment, addressParser, decodeWords, type Email } from 'postal-mime';
import type { ReadMail, RecipientReport } from '../bounce.ts';
import { bareAddress, readDeliveryStatus } from './delivery-status.ts';
import { readPlainReport } from './plain-report.ts';
import { fieldsOf, messageIdIn, strangersWords, textOf } from './words.ts';

/** What is read of a mail. A report stands in front of the mail that it returns, so nothing is missed behind it. */
export const longestMail = 1024 * 1024;
/** A report stands in the first few; what follows is the mail that came back. */
const mostLines = 10_000;
const lineFeed = 10;

const longestSubject = 200;

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const originalTypes = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
  'text/rfc822-header',
];

/**
 * Reads a mail that came to the return path: which recipients it reports as failed or delayed, and of which mail of ours it speaks. Pure and patient:
 * whatever it is given, it answers, in time that grows with the length. What it answers is a claim; `takeBounce` decides what is believed.
 */
export async function readBounce(raw: Uint8Array): Promise<ReadMail> {
  const mail = await parse(beginning(raw));
  if (!mail) return { kind: 'unreadable', subject: '', ownMessageId: null, date: null, sentTo: [], reports: [] };
  const reports = reportsIn(mail);
  return {
    kind: reports.length ? 'bounce' : isAutoReply(mail) ? 'auto-reply' : 'other',
    subject: strangersWords(mail.subject, longestSubject) ?? '',
    ownMessageId: messageIdIn(mail.messageId),
    date: strangersWords(mail.date, 40),
    sentTo: sentTo(mail),
    reports,
  };
}

/** As much as is looked at. The parser takes its time with each line, and a stranger decides how many there are. */
function beginning(raw: Uint8Array): Uint8Array {
  let lines = 0;
  for (let at = raw.indexOf(lineFeed); at >= 0 && at < longestMail; at = raw.indexOf(lineFeed, at + 1)) {
    lines += 1;
    if (lines === mostLines) return raw.subarray(0, at);
  }
  return raw.subarray(0, longestMail);
}

/** The mail that is returned stays a part of its own: what it holds is not this mail's. */
async function parse(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  } catch {
    return undefined;
  }
}

function reportsIn(mail: Email): RecipientReport[] {
  const status = mail.attachments.find(({ mimeType }) => statusTypes.includes(mimeType));
  // A report that a person hands on lies in their mail as an attached mail, and is not looked into.
  const reported = status ? readDeliveryStatus(contentOf(status)) : readPlainReport(mail.text ?? '');
  const reportedMessageId = originalMessageId(mail);
  return reported.map((report) => ({ ...report, reportedMessageId }));
}

/** The Message-ID of the returned mail; Exchange names it as what its report refers to, others only quote it in the text. */
function originalMessageId(mail: Email): string | null {
  const originals = mail.attachments.filter(({ mimeType }) => originalTypes.includes(mimeType));
  if (originals.length) {
    const [returned = ''] = contentOf(originals[0] as Attachment)
      .trimStart()
      .split(/\r?\n\r?\n/);
    return messageIdIn(fieldsOf(returned).get('message-id'));
  }
  const quoted = /^[ \t>]*Message-ID:\s*(<[^<>\s]+>)/im.exec((mail.text ?? '').slice(0, longestMail))?.[1];
  return messageIdIn(quoted) ?? messageIdIn(mail.inReplyTo) ?? messageIdIn(mail.references);
}

/** RFC 3834, and what was there before it. */
function isAutoReply(mail: Email): boolean {
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  return (
    /^auto-(replied|generated)/.test(header('auto-submitted')) ||
    /^(yes|all)?$/.test(header('x-autoreply') || 'no') ||
    header('x-autorespond') !== '' ||
    /^auto_reply/.test(header('precedence')) ||
    /^(automatische antwort|abwesenheitsnotiz|abwesend|out of office|automatic reply|auto(matic)? ?response)\b/i.test(
      decodeWords(mail.subject ?? '').trim(),
    )
  );
}

function sentTo(mail: Email): string[] {
  const named = mail.headers
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to'].includes(key))
    .slice(0, 20)
    .flatMap(({ value }) => addressParser(value.slice(0, 2000), { flatten: true }))
    .flatMap(({ address }) => bareAddress(address ?? '') ?? []);
  return [...new Set(named)].slice(0, 20);
}

const contentOf = ({ content }: Attachment): string => {
  if (typeof content === 'string') return content;
  return textOf(content instanceof Uint8Array ? content : new Uint8Array(content));
};
