import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  signIn: { de: 'Anmelden', en: 'Sign in' },
  accountName: { de: 'Kontoname', en: 'Account name' },
  accountNameHint: {
    de: 'Meist ist das Ihre E-Mail-Adresse.',
    du: 'Meist ist das deine E-Mail-Adresse.',
    en: 'This is usually your e-mail address.',
  },
  password: { de: 'Passwort', en: 'Password' },
  remember: { de: 'Angemeldet bleiben', en: 'Stay signed in' },
  rememberHint: { de: 'Nur auf einem eigenen Gerät einschalten.', en: 'Use this only on a device of your own.' },
  forgotPassword: { de: 'Passwort vergessen', en: 'Forgotten password' },
  askHere: { de: 'Bitte wenden Sie sich an: {contact}', du: 'Bitte wende dich an: {contact}', en: 'Please contact: {contact}' },

  passwordSet: { de: 'Das Passwort ist festgelegt. Jetzt anmelden.', en: 'The password is set. Sign in now.' },
  signedOut: { de: 'Sie sind abgemeldet.', du: 'Du bist abgemeldet.', en: 'You are signed out.' },

  overview: { de: 'Übersicht', en: 'Overview' },
  welcome: { de: 'Willkommen', en: 'Welcome' },
  yourAreas: { de: 'Ihre Bereiche:', du: 'Deine Bereiche:', en: 'Your areas:' },
  noAreas: { de: 'Noch kein Bereich freigeschaltet', en: 'No area is open yet' },
  noAreasHint: {
    de: 'Hier stehen die Bereiche, die Sie benutzen können. Im Moment ist für Sie keiner freigeschaltet.',
    du: 'Hier stehen die Bereiche, die du benutzen kannst. Im Moment ist für dich keiner freigeschaltet.',
    en: 'The areas that you can use are listed here. At the moment none is open to you.',
  },
  areaOpen: {
    de: 'Dieser Bereich ist für Sie freigeschaltet.',
    du: 'Dieser Bereich ist für dich freigeschaltet.',
    en: 'This area is open to you.',
  },
  areaLater: {
    de: 'Sobald {company} hier Inhalte bereitstellt, erscheinen sie an dieser Stelle.',
    en: 'As soon as {company} provides content for it, you will find it here.',
  },
  toOverview: { de: 'Zur Übersicht', en: 'Go to the overview' },
});
