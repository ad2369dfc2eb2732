import { domainToASCII, domainToUnicode } from 'node:url';
import type { Phrase } from './phrases.ts';

/** Why a text is not an e-mail address that Pforte sends to. */
export type AddressFault =
  | 'empty'
  | 'malformed'
  | 'hidden-character'
  | 'line-break'
  | 'white-space'
  | 'several'
  | 'display-name'
  | 'comment'
  | 'quoted'
  | 'no-at'
  | 'several-at'
  | 'local-part-missing'
  | 'local-part-too-long'
  | 'local-part-dots'
  | 'local-part-character'
  | 'local-part-not-ascii'
  | 'encoded-word'
  | 'domain-missing'
  | 'domain-literal'
  | 'domain-too-short'
  | 'domain-character'
  | 'domain-label'
  | 'domain-not-international'
  | 'domain-numeric'
  | 'too-long';

/** An address in the form it is stored and sent to (ASCII domain), and the key that says whether two are the same (rule 10). */
export type Address = { address: string; key: string };

const longestAddress = 254;
const longestLocalPart = 64;
const longestLabel = 63;
/** Far beyond anything that could become an address; what is longer is not even looked at. */
const longestInput = 1000;

/**
 * Reads one e-mail address as a person typed it (rules 10 and 17, RFC 5321 4.1.2 without its rare forms).
 * Refuses whatever could name a second recipient or reach another header: lists, names in front, quotes, comments, line breaks, routes.
 * The domain becomes ASCII (UTS 46), so that every mail server takes it.
 */
export function parseAddress(text: string): Address | { fault: AddressFault } {
  const typed = text.length <= longestInput ? text.trim() : text;
  const fault = wholeFault(typed);
  if (fault) return { fault };

  const at = typed.lastIndexOf('@');
  const localPart = typed.slice(0, at);
  const domain = typed.slice(at + 1).normalize('NFC');
  const partFault = localPartFault(localPart) ?? domainFault(domain);
  if (partFault) return { fault: partFault };

  const ascii = domainToASCII(domain).toLowerCase();
  const asciiFault = asciiDomainFault(ascii, domain);
  if (asciiFault) return { fault: asciiFault };

  const address = `${localPart}@${ascii}`;
  if (address.length > longestAddress) return { fault: 'too-long' };
  return { address, key: address.toLowerCase() };
}

export const isAddress = (parsed: Address | { fault: AddressFault }): parsed is Address => 'address' in parsed;

/**
 * A stored address for people to read: `info@xn--mller-kva.de` becomes `info@müller.de`.
 * Labels in other scripts than Latin stay as they are stored, because they can imitate a Latin name.
 */
export function displayAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const labels = domain.split('.').map((label) => {
    const readable = label.startsWith('xn--') ? domainToUnicode(label) : label;
    return readable && /^[\p{Script=Latin}\p{M}0-9-]+$/u.test(readable) ? readable : label;
  });
  return `${address.slice(0, at + 1)}${labels.join('.')}`;
}

/** Faults that can be told before the text is taken apart, most telling first. */
function wholeFault(typed: string): AddressFault | undefined {
  if (typed === '') return 'empty';
  if (typed.length > longestInput) return 'too-long';
  if (!typed.isWellFormed()) return 'malformed';
  if (/[\r\n\u0085\u2028\u2029]/.test(typed)) return 'line-break';
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(typed)) return 'hidden-character';
  if (/[<>]/.test(typed)) return 'display-name';
  if (/[,;]/.test(typed)) return 'several';
  if (/["\\]/.test(typed)) return 'quoted';
  if (/[()]/.test(typed)) return 'comment';
  if (/\s/u.test(typed)) return /@.*\s.*@/u.test(typed) ? 'several' : 'white-space';
  if (!typed.includes('@')) return 'no-at';
  if (typed.indexOf('@') !== typed.lastIndexOf('@')) return 'several-at';
  return undefined;
}

function localPartFault(localPart: string): AddressFault | undefined {
  if (localPart === '') return 'local-part-missing';
  if (/[^\x20-\x7e]/.test(localPart)) return 'local-part-not-ascii';
  if (localPart.length > longestLocalPart) return 'local-part-too-long';
  if (localPart.startsWith('.') || localPart.endsWith('.') || localPart.includes('..')) return 'local-part-dots';
  if (localPart.includes('=?')) return 'encoded-word';
  // Of RFC 5322's atext without „!“ and „%“ (routes of old), „|“ and „`“ (once handed to a shell).
  if (!/^[A-Za-z0-9.#$&'*+/=?^_{}~-]+$/.test(localPart)) return 'local-part-character';
  return undefined;
}

function domainFault(domain: string): AddressFault | undefined {
  if (domain === '') return 'domain-missing';
  if (/[[\]:]/.test(domain)) return 'domain-literal';
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return 'domain-character';
  if (domain.split('.').includes('')) return 'domain-label';
  // A letter that is only a look of another („ａ“, „①“) is not what a person typed on purpose.
  if (domain.normalize('NFKC') !== domain) return 'domain-character';
  return undefined;
}

function asciiDomainFault(ascii: string, domain: string): AddressFault | undefined {
  const labels = ascii.split('.');
  if (ascii === '') return /(^|\.)(0x[0-9a-f]*|\d+)$/i.test(domain) ? 'domain-numeric' : 'domain-not-international';
  if (labels.length < 2) return 'domain-too-short';
  if (labels.some((label) => label.length > longestLabel || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))) return 'domain-label';
  const last = labels.at(-1) ?? '';
  if (!/[a-z]/.test(last) || /^0x[0-9a-f]*$/.test(last)) return 'domain-numeric';
  if (last.length < 2) return 'domain-too-short';
  if (labels.some(isBrokenInternational)) return 'domain-not-international';
  return undefined;
}

/** `xn--` in front of something that does not decode, or that encodes differently, would be two spellings of one domain. */
function isBrokenInternational(label: string): boolean {
  if (!label.startsWith('xn--')) return label.slice(2, 4) === '--';
  const readable = domainToUnicode(label);
  return readable === '' || readable === label || domainToASCII(readable) !== label;
}

/** „a…@beispiel.de“: enough for its owner to know which address is meant, too little for others to write to it. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = at > 0 ? address : '';
  return `${first}…${at > 0 ? displayAddress(address).slice(at) : ''}`;
}

/** Each fault in a sentence that says what to change. */
export const addressFaultPhrase: Record<AddressFault, Phrase> = {
  empty: { de: 'Bitte eine E-Mail-Adresse angeben.', du: 'Bitte gib eine E-Mail-Adresse an.', en: 'Please enter an e-mail address.' },
  malformed: {
    de: 'Diese Adresse enthält ein beschädigtes Zeichen. Bitte neu eintippen.',
    en: 'This address contains a damaged character. Please type it again.',
  },
  'hidden-character': {
    de: 'Diese Adresse enthält ein unsichtbares Zeichen, das beim Kopieren entstehen kann. Bitte von Hand eintippen.',
    en: 'This address contains an invisible character, which can come from copying. Please type it by hand.',
  },
  'line-break': { de: 'Eine Adresse darf keinen Zeilenumbruch enthalten.', en: 'An address must not contain a line break.' },
  'white-space': { de: 'Eine Adresse darf kein Leerzeichen enthalten.', en: 'An address must not contain a space.' },
  several: {
    de: 'Hier ist Platz für genau eine Adresse, ohne Komma und Semikolon.',
    en: 'There is room for exactly one address, without comma or semicolon.',
  },
  'display-name': {
    de: 'Bitte nur die Adresse ohne Namen und ohne spitze Klammern angeben.',
    en: 'Please enter only the address, without a name and angle brackets.',
  },
  comment: { de: 'Eine Adresse darf keine Klammern enthalten.', en: 'An address must not contain brackets.' },
  quoted: {
    de: 'Adressen mit Anführungszeichen oder Rückstrich werden nicht angenommen.',
    en: 'Addresses with quotes or backslashes are not accepted.',
  },
  'no-at': { de: 'In dieser Adresse fehlt das @-Zeichen.', en: 'The @ is missing in this address.' },
  'several-at': { de: 'Eine Adresse enthält genau ein @-Zeichen.', en: 'An address contains exactly one @.' },
  'local-part-missing': {
    de: 'Vor dem @-Zeichen fehlt der Name des Postfachs.',
    en: 'The name of the mailbox in front of the @ is missing.',
  },
  'local-part-too-long': {
    de: 'Vor dem @-Zeichen dürfen höchstens 64 Zeichen stehen.',
    en: 'At most 64 characters may stand in front of the @.',
  },
  'local-part-dots': {
    de: 'Vor dem @-Zeichen darf kein Punkt am Anfang, am Ende oder doppelt stehen.',
    en: 'In front of the @ there must be no dot at the beginning or end, and no two in a row.',
  },
  'local-part-character': {
    de: 'Vor dem @-Zeichen steht ein Zeichen, das dort nicht erlaubt ist.',
    en: 'There is a character in front of the @ that is not allowed there.',
  },
  'local-part-not-ascii': {
    de: 'Vor dem @-Zeichen sind keine Umlaute und Sonderzeichen möglich, weil viele Mailserver sie ablehnen.',
    en: 'Umlauts and other special characters are not possible in front of the @, because many mail servers refuse them.',
  },
  'encoded-word': {
    de: 'Diese Adresse ist verschlüsselt geschrieben („=?…“). Bitte im Klartext angeben.',
    en: 'This address is written in an encoded form (“=?…”). Please enter it in plain.',
  },
  'domain-missing': {
    de: 'Nach dem @-Zeichen fehlt die Domain, zum Beispiel beispiel.de.',
    en: 'The domain after the @ is missing, for example example.com.',
  },
  'domain-literal': {
    de: 'Adressen mit einer IP-Adresse oder einem Port statt einer Domain werden nicht angenommen.',
    en: 'Addresses with an IP address or a port instead of a domain are not accepted.',
  },
  'domain-too-short': {
    de: 'Die Domain ist unvollständig. Sie endet auf etwas wie .de oder .com.',
    en: 'The domain is incomplete. It ends in something like .de or .com.',
  },
  'domain-character': {
    de: 'In der Domain steht ein Zeichen, das dort nicht erlaubt ist.',
    en: 'There is a character in the domain that is not allowed there.',
  },
  'domain-label': {
    de: 'Die Domain ist nicht richtig geschrieben: Punkte und Bindestriche stehen nur zwischen Buchstaben oder Ziffern, ein Teil hat höchstens 63 Zeichen.',
    en: 'The domain is not spelled correctly: dots and hyphens stand only between letters or digits, a part has at most 63 characters.',
  },
  'domain-not-international': { de: 'Diese Domain gibt es in dieser Schreibweise nicht.', en: 'There is no domain of this spelling.' },
  'domain-numeric': {
    de: 'Eine IP-Adresse ist keine Domain. Die Domain endet auf etwas wie .de oder .com.',
    en: 'An IP address is not a domain. The domain ends in something like .de or .com.',
  },
  'too-long': {
    de: 'Die Adresse ist zu lang. Möglich sind 254 Zeichen.',
    en: 'The address is too long. At most 254 characters are possible.',
  },
};
