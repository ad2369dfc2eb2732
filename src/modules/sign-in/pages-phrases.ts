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
  activated: { de: 'Die Registrierung ist bestätigt. Jetzt anmelden.', en: 'The registration is confirmed. Sign in now.' },
  noAccessYet: { de: 'Noch keinen Zugang?', en: 'No access yet?' },
  register: { de: 'Registrieren', en: 'Register' },
  signedOut: { de: 'Sie sind abgemeldet.', du: 'Du bist abgemeldet.', en: 'You are signed out.' },

  actingEnded: {
    de: 'Die Anmeldung als Nutzer ist beendet.',
    en: 'Signing in as the user has ended.',
  },

  waiting: { de: 'Ihr Zugang wird noch zugeordnet', du: 'Dein Zugang wird noch zugeordnet', en: 'Your access is still being assigned' },
  waitingFor: {
    de: 'Ihre Anmeldung hat geklappt. {company} ordnet Ihren Zugang jetzt Ihren Unterlagen zu; das macht ein Mensch, damit niemand fremde Daten sieht. Sobald das erledigt ist, öffnet sich hier das Portal.',
    du: 'Deine Anmeldung hat geklappt. {company} ordnet deinen Zugang jetzt deinen Unterlagen zu; das macht ein Mensch, damit niemand fremde Daten sieht. Sobald das erledigt ist, öffnet sich hier das Portal.',
    en: 'You are signed in. {company} is now assigning your access to your records; a person does that, so that nobody sees other people’s data. As soon as it is done, the portal opens here.',
  },
  waitingWho: { de: 'Darum kümmert sich', en: 'Who takes care of it' },
  registeredAt: { de: 'Registriert am', en: 'Registered on' },
  waitingAsk: {
    de: 'Fragen dazu? Bitte wenden Sie sich an: {contact}',
    du: 'Fragen dazu? Bitte wende dich an: {contact}',
    en: 'Any questions? Please contact: {contact}',
  },
  waitingAgain: { de: 'Noch einmal nachsehen', en: 'Look again' },

  switchTo: { de: 'Zu {company} wechseln', en: 'Switch to {company}' },
  switchHint: {
    de: 'Was Sie öffnen möchten, gehört zu {company}. Im Moment sehen Sie das Portal für {present}.',
    du: 'Was du öffnen möchtest, gehört zu {company}. Im Moment siehst du das Portal für {present}.',
    en: 'What you want to open belongs to {company}. At the moment you see the portal for {present}.',
  },
  switchNow: { de: 'Wechseln und öffnen', en: 'Switch and open' },
  stayWith: { de: 'Bei {present} bleiben', en: 'Stay with {present}' },

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
