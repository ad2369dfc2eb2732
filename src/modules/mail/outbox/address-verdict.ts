/** What a server behind ours said when it sent a mail back: the status of RFC 3463, and its words. */
export type Saying = { status: string | null; answer: string | null };

/**
 * Which final statuses say that mail to this address cannot arrive, by RFC 3463 and what IANA has added to it. All others speak of the one mail, of its sender,
 * of a full mailbox or of a server: the next mail may arrive.
 */
const addressStatuses: ReadonlySet<string> = new Set([
  '5.1.0', // other address status: servers say it of a recipient that they do not know
  '5.1.1', // there is no such mailbox
  '5.1.2', // there is no such mail system
  '5.1.3', // the recipient's address has no valid form
  '5.1.4', // the address means several mailboxes
  '5.1.6', // the mailbox has moved, nobody knows where to
  '5.1.10', // the domain takes no mail at all (RFC 7505)
  '5.2.1', // the mailbox is disabled
  '5.4.4', // no way there: the domain has no mail server
  '5.4.310', // Exchange Online: the domain does not exist
]);

/** Words by which servers that give no status of use mean the same. */
const addressWords =
  /(user|recipient|mailbox|address|account) (is )?(unknown|not found|does ?n.t exist|does not exist|unavailable|disabled|invalid|inactive)|(no such|unknown|invalid) (user|recipient|mailbox|address|account|local part)|no mailbox here by that name|recipient address rejected: (access denied|user unknown)|recipient not found|(host|domain)( or domain)?( name)? (not found|unknown|does not exist)|empf.{1,2}nger (ist )?(unbekannt|wurde nicht gefunden|nicht gefunden|existiert nicht)|(adresse|postfach|benutzer) (ist )?(unbekannt|existiert nicht|nicht vorhanden|nicht gefunden)|unbekannter (empf.{1,2}nger|benutzer)/i;

/** Exchange Online refuses unknown recipients with 5.4.1, which means „no answer from the host“ elsewhere; 5.0.0 and 5.5.0 mean nothing in particular. */
const askWords: ReadonlySet<string> = new Set(['5.0.0', '5.4.1', '5.5.0']);

/** Whether a mail that came back for good shows its address to be undeliverable, so that further mails to it would come back too. */
export function speaksOfAddress({ status, answer }: Saying): boolean {
  if (status && addressStatuses.has(status)) return true;
  return (status === null || askWords.has(status)) && addressWords.test(answer ?? '');
}

/** The same for people. Most servers repeat the status in their words. */
export const wordsOf = ({ status, answer }: Saying): string =>
  (status && answer?.includes(status) ? [answer] : [status, answer]).filter(Boolean).join(' ');
