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
