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
  atLeast: {
    de: 'Mindestens {minimum} Zeichen. Vier oder fünf zufällige Wörter sind lang und lassen sich gut merken.',
    en: 'At least {minimum} characters. Four or five random words are long and easy to remember.',
  },
  anyCharacters: {
    de: 'Alle Zeichen sind erlaubt, auch Leerzeichen; Einfügen aus einem Passwort-Manager geht.',
    en: 'All characters are allowed, spaces too; pasting from a password manager works.',
  },
  notObvious: {
    de: 'Nicht möglich sind häufige Passwörter, Reihen wie „12345“ und Passwörter, die vor allem aus dem eigenen Namen bestehen.',
    en: 'Not possible: common passwords, sequences such as “12345”, and passwords that are mostly your own name.',
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
