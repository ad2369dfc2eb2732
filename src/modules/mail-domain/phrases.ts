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
  operator: {
    de: 'Diese Angabe steht im SPF-Eintrag für unseren Mailserver. Sie kommt von der Stelle, die diese Installation betreibt.',
    en: 'This part of the SPF record stands for our mail server. It comes from whoever operates this installation.',
  },
  provider: {
    de: 'Diese Angabe steht im SPF-Eintrag für unseren Mailserver, so wie {provider} sie nennt.',
    en: 'This part of the SPF record stands for our mail server, as {provider} names it.',
  },
  server: {
    de: 'Diese Angabe ist aus dem Namen des Mailservers abgeleitet und damit eine Vermutung: Manche Anbieter senden von anderen Adressen aus. Was sicher richtig ist, steht in deren Hilfe.',
    en: 'This part is derived from the name of the mail server, so it is a guess: some providers send from other addresses. Their help says what is right for certain.',
  },
  installation: {
    de: 'Diese Angabe ist aus der Adresse dieser Installation abgeleitet und damit eine Vermutung. Wer die Installation betreibt, weiß, von wo aus sie sendet.',
    en: 'This part is derived from the address of this installation, so it is a guess. Whoever operates it knows where it sends from.',
  },
} as const satisfies Record<SendingSource, Phrase>;

export const uncheckablePhrase: Phrase = {
  de: 'Die Absender-Adresse {address} gehört zu keiner echten Domain. Mit einer Adresse der eigenen Domain steht hier, was dort einzutragen ist.',
  en: 'The sender address {address} does not belong to a real domain. With an address of your own domain you will see here what to enter there.',
};

export const alarmPhrase: Phrase = {
  de: 'Seit {since} ist bei {domain} schlechter als zuvor: {kinds}. E-Mails kommen vielleicht nicht mehr an.',
  en: 'Since {since} this is worse than before at {domain}: {kinds}. E-mails may no longer arrive.',
};

export const troublePhrase: Phrase = {
  de: 'Bei {domain} fehlt noch etwas, damit E-Mails sicher ankommen: {kinds}.',
  en: 'Something is still missing at {domain} for e-mails to arrive reliably: {kinds}.',
};
