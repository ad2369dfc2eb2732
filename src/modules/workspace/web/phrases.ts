import { definePhrases } from '../../../platform/phrases.ts';

export const workspacePhrases = definePhrases({
  title: { de: 'Instanz', en: 'Workspace' },
  general: { de: 'Allgemein', en: 'General' },
  name: { de: 'Name des Unternehmens', en: 'Name of the company' },
  nameNote: { de: 'Steht in der Kopfzeile und in E-Mails.', en: 'Shown in the header and in e-mails.' },
  language: { de: 'Sprache für Kunden', en: 'Language for customers' },
  languageNote: {
    de: 'Gilt für Portal und E-Mails, solange bei einer Person nichts anderes steht.',
    en: 'Used for portal and e-mails unless a person has their own.',
  },
  german: { de: 'Deutsch', en: 'German' },
  english: { de: 'Englisch', en: 'English' },
  addressForm: { de: 'Anredeform', en: 'Form of address' },
  sie: { de: 'Sie', en: 'Formal (Sie)' },
  du: { de: 'Du', en: 'Informal (Du)' },
  timeZone: { de: 'Zeitzone', en: 'Time zone' },
  passwords: { de: 'Passwörter', en: 'Passwords' },
  passwordMinimumLength: { de: 'Mindestlänge in Zeichen', en: 'Minimum length in characters' },
  passwordNote: {
    de: 'Zwischen 8 und 64. Häufige und leicht zu erratende Passwörter werden immer abgelehnt; Vorgaben zu Sonderzeichen gibt es nicht.',
    en: 'Between 8 and 64. Common and easily guessed passwords are always refused; there are no rules about special characters.',
  },
  lifetimes: { de: 'Gültigkeit von Links und Sitzungen', en: 'How long links and sessions last' },
  lifetimesNote: {
    de: 'Sinnvoll sind 1 Stunde bis 30 Tage. Gilt ab dem nächsten Link und der nächsten Anmeldung.',
    en: 'Sensible values are 1 hour to 30 days. Applies from the next link and the next sign-in.',
  },
  setPassword: { de: 'Link „Legen Sie ein neues Passwort fest“', en: 'Link “Set a new password”' },
  reset: { de: 'Link nach „Passwort vergessen“', en: 'Link after “Forgotten password”' },
  session: { de: 'Sitzung ohne Tätigkeit', en: 'Session without activity' },
  sessionRemembered: { de: 'Sitzung mit „angemeldet bleiben“', en: 'Session with “stay signed in”' },
  resendCooldown: {
    de: 'Pause, bevor jemand wieder einen neuen Link anfordern kann',
    en: 'Pause before somebody can request a new link again',
  },
  countOf: { de: '{name}: Anzahl', en: '{name}: number' },
  unitOf: { de: '{name}: Einheit', en: '{name}: unit' },
  seconds: { de: 'Sekunden', en: 'seconds' },
  minutes: { de: 'Minuten', en: 'minutes' },
  hours: { de: 'Stunden', en: 'hours' },
  days: { de: 'Tage', en: 'days' },
  saved: { de: 'Die Einstellungen der Instanz sind gespeichert.', en: 'The settings of the workspace have been saved.' },
  mayNotEdit: {
    de: 'Diese Einstellungen ändert eine Administratorin oder ein Administrator.',
    en: 'An administrator changes these settings.',
  },
});
