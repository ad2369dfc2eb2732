import { definePhrases } from '../../platform/phrases.ts';

export const phrases = definePhrases({
  notAsked: { de: 'Es wurde keine E-Mail angefordert.', en: 'No e-mail was asked for.' },
  queuedSmtp: {
    de: 'Die E-Mail „Legen Sie ein neues Passwort fest“ an {address} wurde veranlasst.',
    en: 'The e-mail “Set a new password” to {address} has been queued.',
  },
  queuedTestMailbox: {
    de: 'Die E-Mail an {address} kommt ins Testpostfach. Die Person erreicht sie erst, wenn ein Mailserver eingerichtet ist.',
    en: 'The e-mail to {address} goes to the test mailbox. It can only reach the person once a mail server has been set up.',
  },
  held: {
    de: 'Gespeichert. Die E-Mail an {address} wird zurückgehalten, weil E-Mails an diese Adresse zuletzt unzustellbar waren. Adresse berichtigen, oder sie freigeben, wenn sie stimmt.',
    en: 'Saved. The e-mail to {address} is held, because e-mails to this address were undeliverable lately. Correct the address, or release it if it is right.',
  },
  noticeHeld: {
    de: 'Die Nachricht „{about}“ an {address} wird zurückgehalten, weil E-Mails an diese Adresse zuletzt unzustellbar waren. Bitte die Person anders benachrichtigen.',
    en: 'The message “{about}” to {address} is held, because e-mails to this address were undeliverable lately. Please let the person know in another way.',
  },
  'template-inactive': {
    de: 'Das E-Mail Template „Legen Sie ein neues Passwort fest“ ist nicht aktiv. Unter Einstellungen › E-Mail Templates im Abschnitt „Kunden“ einschalten.',
    en: 'The e-mail template “Set a new password” is not active. Switch it on under Settings › E-mail templates in the section “Customers”.',
  },
  'no-transport': {
    de: 'Es ist kein E-Mail-Versand eingerichtet. Unter Einstellungen › E-Mail einrichten.',
    en: 'No way of sending e-mail is set up. Set it up under Settings › E-mail.',
  },
  'no-address': {
    de: 'Die Person hat keine E-Mail-Adresse und darum auch keinen Zugang. Bitte eine Adresse eintragen.',
    en: 'The person has no e-mail address, and so no access either. Please enter an address.',
  },
  'invalid-address': {
    de: 'An die gespeicherte Adresse kann nichts gesendet werden. Bitte die Adresse prüfen.',
    en: 'Nothing can be sent to the stored address. Please check the address.',
  },
  blocked: {
    de: 'Der Zugang ist gesperrt. Zuerst entsperren, dann den Link senden.',
    en: 'The access is blocked. Unblock it first, then send the link.',
  },
  expired: {
    de: 'Der Zugang ist abgelaufen. Zuerst das Ablaufdatum ändern, dann den Link senden.',
    en: 'The access has expired. Change the expiry date first, then send the link.',
  },
  deleted: { de: 'Der Zugang wurde gelöscht.', en: 'The access was deleted.' },
  'company-closed': {
    de: 'Das Unternehmen ist abgeschaltet. Zuerst das Unternehmen einschalten, dann den Link senden.',
    en: 'The company is switched off. Switch it on first, then send the link.',
  },
  'portal-closed': {
    de: 'Das Portal ist abgeschaltet. Zuerst das Portal einschalten, dann den Link senden.',
    en: 'The portal is switched off. Switch it on first, then send the link.',
  },
  notSent: { de: 'Es wurde keine E-Mail gesendet: {reason}', en: 'No e-mail was sent: {reason}' },
  'password-changed': { de: 'Ihr Passwort wurde festgelegt', en: 'Your password was set' },
  'address-requested': { de: 'Eine neue E-Mail-Adresse wurde eingetragen', en: 'A new e-mail address was entered' },
  'address-confirmation': { de: 'Bestätigen Sie Ihre neue E-Mail-Adresse', en: 'Confirm your new e-mail address' },
  addressAwaits: {
    de: 'Die Adresse {address} gilt, sobald sie mit dem Passwort der Person bestätigt ist; die E-Mail mit dem Link ist veranlasst. Bis dahin bleibt es bei der bisherigen.',
    en: 'The address {address} counts as soon as it was confirmed with the person’s password; the e-mail with the link has been queued. Until then the present one stays.',
  },
  addressAwaitsTestMailbox: {
    de: 'Die Adresse {address} gilt, sobald sie mit dem Passwort der Person bestätigt ist; die E-Mail mit dem Link kommt ins Testpostfach. Bis dahin bleibt es bei der bisherigen.',
    en: 'The address {address} counts as soon as it was confirmed with the person’s password; the e-mail with the link goes to the test mailbox. Until then the present one stays.',
  },
  addressNotAsked: {
    de: 'Die bisherige Adresse bleibt, weil {address} nicht um Bestätigung gebeten werden kann: {reason}',
    en: 'The present address stays, because {address} cannot be asked for its confirmation: {reason}',
  },
  noticeQueuedSmtp: {
    de: 'Die Nachricht „{about}“ an {address} wurde veranlasst.',
    en: 'The message “{about}” to {address} has been queued.',
  },
  noticeQueuedTestMailbox: {
    de: 'Die Nachricht „{about}“ an {address} kommt ins Testpostfach.',
    en: 'The message “{about}” to {address} goes to the test mailbox.',
  },
  noticeNotSent: {
    de: 'Die Nachricht „{about}“ an {address} wurde nicht gesendet: {reason} Bitte die Person anders benachrichtigen.',
    en: 'The message “{about}” to {address} was not sent: {reason} Please let the person know in another way.',
  },
  noticeInactive: {
    de: 'Ihr E-Mail Template ist nicht aktiv. Unter Einstellungen › E-Mail Templates im Abschnitt „System“ einschalten.',
    en: 'Its e-mail template is not active. Switch it on under Settings › E-mail templates in the section “System”.',
  },
  toTemplates: { de: 'Zu den E-Mail Templates', en: 'To the e-mail templates' },
  toMail: { de: 'Zu den E-Mail-Einstellungen', en: 'To the e-mail settings' },
});
