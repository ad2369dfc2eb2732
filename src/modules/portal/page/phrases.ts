import { definePhrases } from '../../../platform/phrases.ts';

/** What stands around every page of a portal, and on the pages of refusals. */
export const pageWords = definePhrases({
  skip: { de: 'Zum Inhalt springen', en: 'Skip to content' },
  navigation: { de: 'Portal', en: 'Portal' },
  overview: { de: 'Übersicht', en: 'Overview' },
  profile: { de: 'Profil', en: 'Profile' },
  company: { de: 'Unternehmen', en: 'Company' },
  switchCompany: { de: 'Wechseln', en: 'Switch' },
  acting: { de: 'Als Nutzer angemeldet', en: 'Signed in as a user' },
  actingAs: { de: 'Angemeldet als', en: 'Signed in as' },
  actingUser: { de: 'durch', en: 'by' },
  actingLeft: { de: 'noch', en: 'time left' },
  actingEnd: { de: 'Beenden', en: 'End' },
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
  closed: { de: 'Dieses Portal ist zurzeit abgeschaltet', en: 'This portal is switched off at the moment' },
  closedHint: {
    de: 'Im Moment kann sich hier niemand anmelden. Wer einen Zugang hat, behält ihn.',
    en: 'Nobody can sign in here at the moment. Whoever has access keeps it.',
  },
  closedAsk: {
    de: 'Bei Fragen wenden Sie sich bitte an: {contact}',
    du: 'Bei Fragen wende dich bitte an: {contact}',
    en: 'If you have questions, please contact: {contact}',
  },
  toStart: { de: 'Zur Startseite', en: 'Go to the start page' },
});
