import { definePhrases } from '../../../platform/phrases.ts';

export const signInPhrases = definePhrases({
  title: { de: 'Anmelden', en: 'Sign in' },
  intro: { de: 'Konsole für die Mitarbeiterinnen und Mitarbeiter', en: 'Console for staff' },
  accountName: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  password: { de: 'Passwort', en: 'Password' },
  remember: { de: 'Auf diesem Gerät angemeldet bleiben', en: 'Stay signed in on this device' },
  submit: { de: 'Anmelden', en: 'Sign in' },
  failed: { de: 'Anmelden hat nicht geklappt', en: 'Sign-in did not work' },
  lostPassword: {
    de: 'Passwort vergessen? Wer den Server betreibt, kann mit „npx pforte admin reset“ einen neuen Zugang ausstellen.',
    en: 'Forgotten your password? Whoever runs the server can issue new access with “npx pforte admin reset”.',
  },
  notSetUpTitle: { de: 'Diese Installation ist noch nicht eingerichtet', en: 'This installation has not been set up yet' },
  notSetUpBody: {
    de: 'Die einmalige Einrichtungsadresse steht in der Ausgabe des Servers, beginnend mit „/console/setup/“.',
    en: 'The one-time set-up address is in the server’s output, beginning with “/console/setup/”.',
  },

  profile: { de: 'Profil', en: 'Profile' },
  me: { de: 'Angaben zur Person', en: 'About me' },
  name: { de: 'Name', en: 'Name' },
  language: { de: 'Sprache der Konsole', en: 'Language of the console' },
  german: { de: 'Deutsch', en: 'Deutsch' },
  english: { de: 'English', en: 'English' },
  role: { de: 'Recht', en: 'Right' },
  administrator: { de: 'Administrator', en: 'Administrator' },
  user: { de: 'Benutzer', en: 'User' },
  saved: { de: 'Das Profil ist gespeichert.', en: 'Your profile has been saved.' },
  changePassword: { de: 'Passwort ändern', en: 'Change password' },
  passwordNote: {
    de: 'Danach sind alle anderen Geräte abgemeldet; dieses hier bleibt angemeldet.',
    en: 'Afterwards all other devices are signed out; this one stays signed in.',
  },
  currentPassword: { de: 'Bisheriges Passwort', en: 'Current password' },
  newPassword: { de: 'Neues Passwort', en: 'New password' },
  passwordRules: {
    de: 'Mindestens {count} Zeichen. Häufige und leicht zu erratende Passwörter werden abgelehnt; Sonderzeichen sind nicht nötig. Einfügen und Passwort-Manager sind willkommen.',
    en: 'At least {count} characters. Common and easily guessed passwords are refused; special characters are not needed. Pasting and password managers are welcome.',
  },
  passwordRulesShort: {
    de: 'Häufige und leicht zu erratende Passwörter werden abgelehnt; Sonderzeichen sind nicht nötig. Einfügen und Passwort-Manager sind willkommen.',
    en: 'Common and easily guessed passwords are refused; special characters are not needed. Pasting and password managers are welcome.',
  },
  passwordChanged: {
    de: 'Das Passwort ist geändert. Andere Geräte sind abgemeldet.',
    en: 'Your password has been changed. Other devices are signed out.',
  },
  devices: { de: 'Angemeldete Geräte', en: 'Signed-in devices' },
  devicesNote: {
    de: 'Ein unbekanntes Gerät abmelden und danach das Passwort ändern.',
    en: 'Sign out a device you do not know, then change your password.',
  },
  thisDevice: { de: 'Dieses Gerät', en: 'This device' },
  since: { de: 'Angemeldet {created}, zuletzt benutzt {used}', en: 'Signed in {created}, last used {used}' },
  network: { de: 'Netz {network}', en: 'Network {network}' },
  signOutDevice: { de: 'Abmelden', en: 'Sign out' },
  signOutNamed: { de: '{device} abmelden', en: 'Sign out {device}' },
  signOutOthers: { de: 'Alle anderen Geräte abmelden', en: 'Sign out all other devices' },
  deviceEnded: { de: 'Das Gerät ist abgemeldet.', en: 'The device has been signed out.' },
  othersEnded: { de: 'Alle anderen Geräte sind abgemeldet.', en: 'All other devices have been signed out.' },
});
