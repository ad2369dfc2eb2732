import { definePhrases } from '../../../platform/phrases.ts';

/** What the server says about candidates and about the mail to whom was assigned. */
export const assignmentSentences = definePhrases({
  'same-address': { de: 'Gleiche E-Mail-Adresse', en: 'Same e-mail address' },
  'same-number': { de: 'Gleiche Kundennummer', en: 'Same customer number' },
  'same-phone': { de: 'Gleiche Telefonnummer', en: 'Same telephone number' },
  'same-name': { de: 'Gleicher Name', en: 'Same name' },
  'similar-name': { de: 'Ähnlicher Name', en: 'Similar name' },
  'sounds-alike': { de: 'Name klingt gleich', en: 'Name sounds alike' },
  'same-postcode': { de: 'Gleiche Postleitzahl', en: 'Same postcode' },
  'same-company': { de: 'Ähnliches Unternehmen', en: 'Similar company' },

  linkedWarning: {
    de: 'Dieser Kontakt hat schon einen Zugang zu „{portal}“: {accountName}. Bitte prüfen, ob es dieselbe Person ist.',
    en: 'This contact has access to “{portal}” already: {accountName}. Please check whether it is the same person.',
  },
  told: {
    de: 'Die E-Mail „Ihr Zugang ist freigeschaltet“ an {address} wurde veranlasst.',
    en: 'The e-mail “Your access is ready” to {address} is on its way.',
  },
  held: {
    de: 'Die E-Mail „Ihr Zugang ist freigeschaltet“ an {address} liegt bereit. Sie wartet, weil E-Mails an diese Adresse zurückkamen.',
    en: 'The e-mail “Your access is ready” to {address} is waiting, because e-mails to this address came back.',
  },
  notAdmitted: {
    de: 'Die Person wurde nicht benachrichtigt, denn sie kann sich noch nicht anmelden: {reason}',
    en: 'The person was not told, because they cannot sign in yet: {reason}',
  },
  'template-inactive': {
    de: 'Die Person wurde nicht benachrichtigt: Das E-Mail Template „Ihr Zugang ist freigeschaltet“ ist nicht aktiv.',
    en: 'The person was not told: the e-mail template “Your access is ready” is not active.',
  },
  'no-transport': {
    de: 'Die Person wurde nicht benachrichtigt: Der E-Mail-Versand ist nicht eingerichtet.',
    en: 'The person was not told: sending e-mail is not set up.',
  },
  'no-address': {
    de: 'Die Person wurde nicht benachrichtigt: Sie hat keine E-Mail-Adresse.',
    en: 'The person was not told: they have no e-mail address.',
  },
  'invalid-address': {
    de: 'Die Person wurde nicht benachrichtigt: Ihre E-Mail-Adresse ist ungültig.',
    en: 'The person was not told: their e-mail address is not valid.',
  },
});
