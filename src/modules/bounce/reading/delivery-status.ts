import type { RecipientReport, ReportedAction } from '../bounce.ts';
import { fieldsOf, statusIn, strangersWords } from './words.ts';

/** More recipients than this are in no report of ours: each of our mails has one. */
export const mostRecipients = 50;
export const longestAnswer = 500;

const actions: readonly ReportedAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

type Reported = Omit<RecipientReport, 'reportedMessageId'>;

/**
 * Reads the machine's part of a report (`message/delivery-status`, RFC 3464): groups of fields with empty lines between them, the first about the mail,
 * each further one about a recipient. A group counts as a recipient's where it names one and an action, so that what some servers put into one group is read too.
 */
export function readDeliveryStatus(text: string): Reported[] {
  return text
    .split(/(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)/)
    .slice(0, 4 * mostRecipients)
    .map(fieldsOf)
    .flatMap((fields) => recipientIn(fields) ?? [])
    .slice(0, mostRecipients);
}

function recipientIn(fields: Map<string, string>): Reported | undefined {
  const finalRecipient = addressIn(fields.get('final-recipient'));
  const originalRecipient = addressIn(fields.get('original-recipient'));
  const word = /[a-z]+/i.exec(withoutComments(fields.get('action') ?? ''))?.[0].toLowerCase();
  const action = actions.find((one) => one === word);
  if (!action || !(finalRecipient || originalRecipient)) return undefined;
  const diagnosis = fields.get('diagnostic-code')?.replace(/^[ \t]*[\w.-]{1,40}[ \t]*;/, '');
  return {
    finalRecipient,
    originalRecipient,
    action,
    status: statusIn(withoutComments(fields.get('status') ?? '')) ?? statusIn(diagnosis),
    answer: strangersWords(diagnosis, longestAnswer),
  };
}

/** `rfc822; anna@kunde.example`, with or without its type, brackets and comment. */
function addressIn(value: string | undefined): string | null {
  if (!value) return null;
  const typed = value.includes(';') ? value.slice(value.indexOf(';') + 1) : value;
  return bareAddress(withoutComments(typed));
}

/** An address as a stranger wrote it, without brackets and quotes; whether it is one of ours is compared elsewhere. */
export function bareAddress(text: string): string | null {
  const bare = text.trim().replace(/^[<'"\s]+|[>'"\s]+$/g, '');
  return bare.length <= 320 && /^[^\s@<>]+@[^\s@<>]+$/.test(bare) ? (strangersWords(bare, 320) ?? null) : null;
}

const withoutComments = (text: string): string => text.slice(0, 2000).replace(/\([^()]*\)/g, ' ');
