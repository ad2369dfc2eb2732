import type { Phrase } from '../../platform/phrases.ts';
import type { RecordKind } from './mail-domain.ts';
import type { SendingSource } from './sending.ts';

/** The records by the names that the providers of domains use. */
export const kindPhrases = {
  mx: { de: 'Empfang (MX)', en: 'Receiving (MX)' },
  spf: { de: 'Erlaubte Mailserver (SPF)', en: 'Allowed mail servers (SPF)' },
  dkim: { de: 'Unterschrift (DKIM)', en: 'Signature (DKIM)' },
  dmarc: { de: 'Regel gegen Fälschungen (DMARC)', en: 'Rule against forgeries (DMARC)' },
  alignment: { de: 'Absender insgesamt', en: 'The sender as a whole' },
} as const satisfies Record<RecordKind, Phrase>;

/** Where the part of the SPF record comes from that stands for our mail server. */
export const sourcePhrases = {
  stated: {
    de: 'So wurde es hier angegeben. Es steht im SPF-Eintrag für unseren Mailserver.',
    en: 'This is what was stated here. It stands for our mail server in the SPF record.',
  },
  operator: {
    de: 'Diese Angabe steht im SPF-Eintrag für unseren Mailserver. Sie kommt vom Betreiber dieser Installation.',
    en: 'This part of the SPF record stands for our mail server. It comes from whoever runs this installation.',
  },
  provider: {
    de: 'Diese Angabe steht im SPF-Eintrag für unseren Mailserver, so wie {provider} sie nennt.',
    en: 'This part of the SPF record stands for our mail server, as {provider} names it.',
  },
  server: {
    de: 'Diese Angabe ist aus dem Namen des Mailservers abgeleitet und damit eine Vermutung: Manche Anbieter senden von anderen Adressen aus. Die richtige Angabe steht in deren Hilfe und lässt sich unten eintragen.',
    en: 'This part is derived from the name of the mail server, so it is a guess: some providers send from other addresses. Their help names the right one, which can be entered below.',
  },
  installation: {
    de: 'Diese Angabe ist aus der Adresse dieser Installation abgeleitet und damit eine Vermutung. Ihr Betreiber weiß, von wo aus sie sendet.',
    en: 'This part is derived from the address of this installation, so it is a guess. Whoever runs it knows where it sends from.',
  },
} as const satisfies Record<SendingSource, Phrase>;

export const uncheckablePhrase: Phrase = {
  de: 'Die Absenderadresse {address} gehört zu keiner echten Domain. Mit einer Adresse der eigenen Domain steht hier, was dort einzutragen ist.',
  en: 'The sender address {address} does not belong to a real domain. With an address of your own domain you will see here what to enter there.',
};

export const alarmPhrase: Phrase = {
  de: 'Bei {domain} stimmt seit {since} etwas nicht mehr: {kinds}. E-Mails kommen vielleicht nicht mehr an.',
  en: 'Since {since} something is no longer right at {domain}: {kinds}. E-mails may no longer arrive.',
};

export const troublePhrase: Phrase = {
  de: 'Bei {domain} fehlt noch etwas, damit E-Mails sicher ankommen: {kinds}.',
  en: 'Something is still missing at {domain} for e-mails to arrive reliably: {kinds}.',
};
