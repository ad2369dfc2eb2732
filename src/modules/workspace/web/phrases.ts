import { definePhrases } from '../../../platform/phrases.ts';

export const workspacePhrases = definePhrases({
  title: { de: 'Instanz', en: 'Workspace' },
  what: {
    de: 'So heißt bei Pforte das eigene Unternehmen mit allem, was für alle Portale und Personen gilt.',
    en: 'This is what Pforte calls your own company, with everything that holds for all portals and people.',
  },
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
    de: 'Jede Dauer ist eine ganze Zahl mit ihrer Einheit, von 1 Sekunde an. Sie gilt ab dem nächsten Link und der nächsten Anmeldung.',
    en: 'Each length of time is a whole number with its unit, from 1 second on. It applies from the next link and the next sign-in.',
  },
  setPassword: { de: 'Link „Legen Sie ein neues Passwort fest“', en: 'Link “Set a new password”' },
  reset: { de: 'Link nach „Passwort vergessen“', en: 'Link after “Forgotten password”' },
  session: { de: 'Sitzung ohne Tätigkeit', en: 'Session without activity' },
  sessionRemembered: { de: 'Sitzung mit „angemeldet bleiben“', en: 'Session with “stay signed in”' },
  resendCooldown: {
    de: 'Wartezeit bis zum nächsten neuen Link',
    en: 'Waiting time before another new link',
  },
  resendCooldownNote: {
    de: 'Wer über einen abgelaufenen Link einen neuen anfordert, muss seit dem zuletzt gesendeten so lange warten. Die Seite sagt, wie lange noch.',
    en: 'Whoever requests a new link on the page of an expired one has to wait this long since the last one was sent. The page says how much longer.',
  },
  countOf: { de: '{name}: Anzahl', en: '{name}: number' },
  unitOf: { de: '{name}: Einheit', en: '{name}: unit' },
  saved: { de: 'Die Einstellungen sind gespeichert.', en: 'The settings have been saved.' },
  mayNotEdit: {
    de: 'Diese Einstellungen ändert eine Administratorin oder ein Administrator.',
    en: 'An administrator changes these settings.',
  },
});
