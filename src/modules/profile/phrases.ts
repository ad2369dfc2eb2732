import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  profile: { de: 'Profil', en: 'Profile' },
  person: { de: 'Angaben zur Person', en: 'About you' },
  name: { de: 'Name', en: 'Name' },
  company: { de: 'Unternehmen', en: 'Company' },
  accountName: { de: 'Kontoname', en: 'Account name' },
  address: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  changeAsk: {
    de: 'Stimmt etwas nicht, wenden Sie sich bitte an: {contact}',
    du: 'Stimmt etwas nicht, wende dich bitte an: {contact}',
    en: 'If anything is wrong, please contact: {contact}',
  },

  changeAddress: { de: 'E-Mail-Adresse ändern', en: 'Change e-mail address' },
  changeAddressHint: {
    de: 'An die neue Adresse geht eine E-Mail mit einem Link. Erst wenn Sie sie dort mit Ihrem Passwort bestätigen, gilt sie.',
    du: 'An die neue Adresse geht eine E-Mail mit einem Link. Erst wenn du sie dort mit deinem Passwort bestätigst, gilt sie.',
    en: 'An e-mail with a link goes to the new address. It counts only after you confirm it there with your password.',
  },
  newAddress: { de: 'Neue E-Mail-Adresse', en: 'New e-mail address' },
  presentAddress: { de: 'Bisherige Adresse', en: 'Present address' },
  addressAwaits: {
    de: 'Noch nicht bestätigt: {address}. Der Link in der E-Mail gilt bis {until}.',
    en: 'Not confirmed yet: {address}. The link in the e-mail works until {until}.',
  },
  cancelAddress: { de: 'Änderung abbrechen', en: 'Stop the change' },
  addressAsked: {
    de: 'Eine E-Mail mit einem Link ist an {address} unterwegs. Bis zur Bestätigung bleibt die bisherige Adresse.',
    en: 'An e-mail with a link is on its way to {address}. Until it is confirmed, the present address stays.',
  },
  addressCancelled: {
    de: 'Die Änderung ist abgebrochen. Die bisherige Adresse bleibt.',
    en: 'The change is stopped. The present address stays.',
  },
  addressNotAwaited: { de: 'Es lief keine E-Mail-Änderung mehr.', en: 'No change of e-mail address was under way any more.' },
  sendConfirmation: { de: 'Link an die neue Adresse senden', en: 'Send a link to the new address' },
  backToProfile: { de: 'Zurück zum Profil', en: 'Back to the profile' },

  changePassword: { de: 'Passwort ändern', en: 'Change password' },
  changePasswordHint: {
    de: 'Danach sind alle anderen Geräte abgemeldet, und Sie bekommen eine E-Mail darüber.',
    du: 'Danach sind alle anderen Geräte abgemeldet, und du bekommst eine E-Mail darüber.',
    en: 'All other devices are signed out afterwards, and you are told by e-mail.',
  },
  currentPassword: { de: 'Bisheriges Passwort', en: 'Current password' },
  passwordChanged: {
    de: 'Das Passwort ist geändert. Alle anderen Geräte sind abgemeldet.',
    en: 'The password is changed. All other devices are signed out.',
  },

  notWhileActing: {
    de: 'Passwort und Geräte zeigt diese Seite nur der Person selbst.',
    en: 'Password and devices are shown to the person themselves only.',
  },
  addressNotWhileActing: { de: 'Die Adresse ändert nur die Person selbst.', en: 'Only the person themselves changes the address.' },
  devices: { de: 'Angemeldete Geräte', en: 'Signed-in devices' },
  devicesHint: {
    de: 'Ein Gerät, das Sie nicht kennen? Melden Sie es ab und ändern Sie Ihr Passwort.',
    du: 'Ein Gerät, das du nicht kennst? Melde es ab und ändere dein Passwort.',
    en: 'A device that you do not know? Sign it out and change your password.',
  },
  thisDevice: { de: 'Dieses Gerät', en: 'This device' },
  lastUsed: { de: 'Zuletzt benutzt: {at}', en: 'Last used: {at}' },
  signedInAt: { de: 'Angemeldet seit: {at}', en: 'Signed in since: {at}' },
  from: { de: 'Netzadresse {network}', en: 'Network address {network}' },
  signOutDevice: { de: 'Abmelden', en: 'Sign out' },
  signOutNamed: { de: '{device} abmelden', en: 'Sign out {device}' },
  signOutOthers: { de: 'Alle anderen abmelden', en: 'Sign out all others' },
  deviceSignedOut: { de: 'Das Gerät ist abgemeldet.', en: 'The device is signed out.' },
  othersSignedOut: { de: 'Alle anderen Geräte sind abgemeldet.', en: 'All other devices are signed out.' },
});
