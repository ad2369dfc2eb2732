import { definePhrases } from '../../../platform/phrases.ts';

/** What became of mails, in the words that an answer says. */
export const welcomeSentences = definePhrases({
  notAsked: { de: 'Es wurde keine E-Mail angefordert.', en: 'No e-mail was asked for.' },
  queued: { de: 'Die E-Mail „{template}“ an {address} ist unterwegs.', en: 'The e-mail “{template}” to {address} is on its way.' },
  queuedTestMailbox: {
    de: 'Die E-Mail „{template}“ an {address} kommt ins Testpostfach. Die Person erreicht sie erst, wenn ein Mailserver eingerichtet ist.',
    en: 'The e-mail “{template}” to {address} goes to the test mailbox. It can only reach the person once a mail server has been set up.',
  },
  held: {
    de: 'Die E-Mail „{template}“ an {address} wird zurückgehalten, weil E-Mails an diese Adresse zuletzt unzustellbar waren. Adresse berichtigen, oder sie freigeben, wenn sie stimmt.',
    en: 'The e-mail “{template}” to {address} is held, because e-mails to this address were undeliverable lately. Correct the address, or release it if it is right.',
  },
  notSent: { de: 'Die E-Mail „{template}“ wurde nicht gesendet: {reason}', en: 'The e-mail “{template}” was not sent: {reason}' },
  'template-inactive': {
    de: 'Dieses E-Mail Template ist nicht aktiv. Unter Einstellungen › E-Mail Templates einschalten.',
    en: 'This e-mail template is not active. Switch it on under Settings › E-mail templates.',
  },
  'no-transport': {
    de: 'Es ist kein E-Mail-Versand eingerichtet. Unter Einstellungen › E-Mail einrichten.',
    en: 'No way of sending e-mail is set up. Set it up under Settings › E-mail.',
  },
  'no-address': { de: 'Es gibt keine E-Mail-Adresse.', en: 'There is no e-mail address.' },
  'invalid-address': {
    de: 'An die gespeicherte Adresse kann nichts gesendet werden. Bitte die Adresse prüfen.',
    en: 'Nothing can be sent to the stored address. Please check the address.',
  },
  deleted: { de: 'Der Zugang ist gelöscht.', en: 'The access is deleted.' },
  blocked: { de: 'Der Zugang ist gesperrt.', en: 'The access is blocked.' },
  expired: { de: 'Der Zugang ist abgelaufen.', en: 'The access has expired.' },
  'company-closed': { de: 'Das Unternehmen ist abgeschaltet.', en: 'The company is switched off.' },
  'portal-closed': { de: 'Das Portal ist abgeschaltet.', en: 'The portal is switched off.' },

  welcome: { de: 'Willkommen im Portal', en: 'Welcome to the portal' },
  welcome_without_link: { de: 'Willkommen in einem weiteren Portal', en: 'Welcome to one more portal' },
  activation: { de: 'Aktivierung', en: 'Activation' },
  admin_reset: { de: 'Ihr Passwort wurde zurückgesetzt', en: 'Your password was reset' },
  email_change_confirm: { de: 'Bestätigen Sie Ihre neue E-Mail-Adresse', en: 'Confirm your new e-mail address' },
  email_change_requested: { de: 'Eine neue E-Mail-Adresse wurde eingetragen', en: 'A new e-mail address was entered' },
  email_change_notice: { de: 'Ihre E-Mail-Adresse wurde geändert', en: 'Your e-mail address was changed' },

  unchanged: { de: 'Die Adresse {address} gilt schon.', en: 'The address {address} is the present one already.' },
  corrected: {
    de: 'Die Adresse ist jetzt {address}. Ältere Links gelten nicht mehr; die Willkommens-E-Mail lässt sich gleich dorthin senden.',
    en: 'The address is {address} now. Older links no longer work; the welcome e-mail can be sent there right away.',
  },
  'awaits-confirmation': {
    de: 'E-Mail-Änderung läuft: {address} gilt, sobald die Person sie mit ihrem Passwort bestätigt, bis {until}. Bis dahin bleibt die bisherige Adresse.',
    en: 'Change of e-mail address under way: {address} counts as soon as the person confirms it with their password, until {until}. Until then the present address stays.',
  },
  overridden: {
    de: 'Die Adresse ist jetzt {address}, ohne Bestätigung. Die Person ist überall abgemeldet.',
    en: 'The address is {address} now, without confirmation. The person is signed out everywhere.',
  },
  'not-possible': {
    de: 'Die bisherige Adresse bleibt, weil {address} nicht um Bestätigung gebeten werden kann: {reason}',
    en: 'The present address stays, because {address} cannot be asked for its confirmation: {reason}',
  },

  byOneself: { de: 'Die Person selbst', en: 'The person themselves' },
  bySystem: { de: 'Pforte', en: 'Pforte' },
  byNobody: { de: 'Jemand ohne Anmeldung', en: 'Somebody not signed in' },
});

export type SentTemplate =
  | 'welcome'
  | 'welcome_without_link'
  | 'activation'
  | 'admin_reset'
  | 'email_change_confirm'
  | 'email_change_requested'
  | 'email_change_notice';
