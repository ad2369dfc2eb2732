import { definePhrases } from '../../../platform/phrases.ts';

/** What stands around every page of a portal, and on the pages of refusals. */
export const pageWords = definePhrases({
  skip: { de: 'Zum Inhalt springen', en: 'Skip to content' },
  navigation: { de: 'Portal', en: 'Portal' },
  overview: { de: 'Übersicht', en: 'Overview' },
  profile: { de: 'Profil', en: 'Profile' },
  signOut: { de: 'Abmelden', en: 'Sign out' },
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
  language: { de: 'Sprache', en: 'Language' },
  help: { de: 'Hilfe: {contact}', en: 'Help: {contact}' },

  fault: { de: 'Fehler', en: 'Error' },
  pleaseCheck: { de: 'Bitte prüfen', en: 'Please check' },
  showPassword: { de: 'Passwort anzeigen', en: 'Show password' },
  hidePassword: { de: 'Passwort verbergen', en: 'Hide password' },
  newPassword: { de: 'Neues Passwort', en: 'New password' },
  passwordRule: {
    de: 'Mindestens {minimum} Zeichen. Gut sind vier oder fünf zufällige Wörter; häufige Passwörter, Reihen wie „12345“ und der eigene Name gehen nicht. Leerzeichen und Einfügen sind erlaubt.',
    en: 'At least {minimum} characters. Four or five random words are good; common passwords, sequences such as “12345” and your own name are not possible. Spaces and pasting are allowed.',
  },

  missing: { de: 'Diese Seite gibt es nicht', en: 'This page does not exist' },
  missingHint: {
    de: 'Vielleicht ist die Adresse nicht vollständig, oder die Seite ist umgezogen.',
    en: 'The address may be incomplete, or the page has moved.',
  },
  forbidden: { de: 'Das ist hier nicht möglich', en: 'This is not possible here' },
  notUnderstood: { de: 'Das hat nicht geklappt', en: 'That did not work' },
  tooMany: { de: 'Bitte einen Moment warten', en: 'Please wait a moment' },
  away: { de: 'Gerade nicht erreichbar', en: 'Not available right now' },
  broken: { de: 'Hier ist etwas schiefgegangen', en: 'Something went wrong' },
  toStart: { de: 'Zur Startseite', en: 'Go to the start page' },
});
