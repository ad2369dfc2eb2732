import type { RecipientReport, ReportedAction } from '../bounce.ts';
import { bareAddress, longestAnswer, mostRecipients } from './delivery-status.ts';
import { statusIn, strangersWords } from './words.ts';

type Reported = Omit<RecipientReport, 'reportedMessageId'>;

/** A report without a part for machines: by what it is known, and where the list of recipients begins and ends. */
type Format = { known: RegExp; begins?: RegExp; ends?: RegExp; delayed?: RegExp };

const formats: readonly Format[] = [
  // qmail (QSBMF, cr.yp.to/proto/qsbmf.txt): has to begin with these words.
  { known: /^\s*Hi\. This is the /, ends: /^--- (Below this line is|Enclosed)/m },
  // Exim
  {
    known: /^\s*This message was created automatically by mail delivery software/,
    begins: /following address(\(es\)|es)? (failed|has not|have not)|has not yet been delivered|not yet been delivered (is|are)/i,
    ends: /^-{3,}.*copy of the message/im,
    delayed: /has not yet been delivered|not yet been delivered/i,
  },
  // Exchange of old, German and English
  {
    known:
      /Ihre Nachricht hat einige oder alle Empf.{1,2}nger nicht erreicht|Your message did not reach some or all of the intended recipients/i,
    begins:
      /Folgende(\(?r\)?)? Empf.{1,2}nger konnten?(\(n\))? nicht erreicht werden|The following recipient\(?s?\)? could not be reached/i,
  },
  // Exchange, Exchange Online and Outlook without the machine's part (a gateway cut it off)
  {
    known:
      /Fehler bei der Nachrichtenzustellung an folgende Empf.{1,2}nger|Delivery has failed to these recipients or (distribution lists|groups)/i,
    begins:
      /Fehler bei der Nachrichtenzustellung an folgende Empf.{1,2}nger( oder \S+)*\s*:?|Delivery has failed to these recipients or (distribution lists|groups)\s*:?/i,
    ends: /^\s*(Diagnoseinformationen f.{1,2}r Administratoren|Diagnostic information for administrators|Urspr.{1,2}ngliche Nachrichtenkopfzeilen|Original message headers)/im,
  },
];

const longestText = 64 * 1024;

/** Reads reports that speak to people only. Answers nothing where the text is none of the known forms. */
export function readPlainReport(whole: string): Reported[] {
  const text = whole.slice(0, longestText).replaceAll('\r\n', '\n');
  const format = formats.find(({ known }) => known.test(text));
  if (!format) return [];
  const end = format.ends ? text.search(format.ends) : -1;
  const head = end < 0 ? text : text.slice(0, end);
  const begin = format.begins ? (format.begins.exec(head)?.index ?? 0) : 0;
  const action: ReportedAction = format.delayed?.test(head) ? 'delayed' : 'failed';
  return paragraphs(head.slice(begin), action, head);
}

/** A line that begins with an address opens a recipient; the lines up to the next one are the server's words about it. */
function paragraphs(list: string, action: ReportedAction, head: string): Reported[] {
  const found: { address: string; words: string[] }[] = [];
  for (const line of list.split('\n').slice(0, 2000)) {
    const address = openingAddress(line);
    if (address) found.push({ address: address.address, words: [address.rest] });
    else found.at(-1)?.words.push(line);
  }
  return found.slice(0, mostRecipients).map(({ address, words }) => {
    const answer = strangersWords(words.join(' '), longestAnswer);
    return {
      finalRecipient: address,
      originalRecipient: null,
      action,
      status: statusIn(answer) ?? (found.length === 1 ? statusIn(head) : null),
      answer,
    };
  });
}

/** `<anna@kunde.example>:`, `anna@kunde.example am 21.11.2026 14:06`, `Anna Müller (anna@kunde.example)<mailto:…>` */
function openingAddress(line: string): { address: string; rest: string } | undefined {
  const [, first, second, rest = ''] =
    /^\s{0,20}(?:<([^<>\s]{3,320})>|['"]?([^\s<>'"():;,]{1,200}@[^\s<>'"():;,]{1,200})['"]?)(.*)$/.exec(line.slice(0, 2000)) ?? [];
  const inBrackets = /^\s{0,20}[^<>@:]{1,100}[(<]([^\s<>@()]{1,64}@[^\s<>@()]{1,255})[)>](.*)$/.exec(line.slice(0, 2000));
  const address = bareAddress(first ?? second ?? inBrackets?.[1] ?? '');
  if (!address) return undefined;
  return { address, rest: (inBrackets && !first && !second ? (inBrackets[2] ?? '') : rest).replace(/^\s*:/, '') };
}
