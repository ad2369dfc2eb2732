import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('registration', {
  'domain-refused': {
    kind: 'invalid',
    de: 'Mit Adressen dieser Domain ist hier keine Registrierung möglich. Bitte eine andere Adresse verwenden.',
    du: 'Mit Adressen dieser Domain ist hier keine Registrierung möglich. Bitte verwende eine andere Adresse.',
    en: 'Addresses of this domain cannot be used to register here. Please use another address.',
  },
  'not-a-name': {
    kind: 'invalid',
    de: 'Ein Name besteht aus Buchstaben, Leerzeichen, Bindestrich, Punkt und Apostroph.',
    en: 'A name consists of letters, spaces, hyphens, dots and apostrophes.',
  },
  'consent-needed': {
    kind: 'invalid',
    de: 'Ohne diese Einwilligung geht es nicht weiter.',
    en: 'It is not possible without this consent.',
  },
  'consent-reworded': {
    kind: 'invalid',
    de: 'Der Wortlaut hat sich gerade geändert. Bitte noch einmal lesen.',
    du: 'Der Wortlaut hat sich gerade geändert. Bitte lies ihn noch einmal.',
    en: 'The wording has just changed. Please read it once more.',
  },
  'wrong-password': {
    kind: 'invalid',
    de: 'Das ist nicht das Passwort. Der Link bleibt gültig.',
    en: 'That is not the password. The link stays valid.',
  },
  'no-match': {
    kind: 'forbidden',
    de: 'Zu Ihren Angaben haben wir niemanden gefunden, der eindeutig passt.',
    du: 'Zu deinen Angaben haben wir niemanden gefunden, der eindeutig passt.',
    en: 'We found nobody who clearly matches what you entered.',
  },
  'changed-meanwhile': {
    kind: 'conflict',
    de: 'An dieser Registrierung hat sich gerade etwas geändert. Bitte die Seite neu laden.',
    du: 'An dieser Registrierung hat sich gerade etwas geändert. Bitte lade die Seite neu.',
    en: 'This registration has just changed. Please load the page again.',
  },
  'not-waiting': {
    kind: 'conflict',
    de: 'Dieser Zugang wartet nicht auf eine Aktivierung.',
    en: 'This access does not wait for an activation.',
  },
  'wait-for-mail': {
    kind: 'too-many',
    de: 'Gerade eben ging schon eine Aktivierungs-E-Mail hinaus. Die nächste ist in {seconds} Sekunden möglich.',
    en: 'An activation e-mail was sent just now. The next one is possible in {seconds} seconds.',
  },
  used: {
    kind: 'gone',
    de: 'Dieser Link wurde schon benutzt: Die Registrierung ist bestätigt.',
    en: 'This link has been used: the registration is confirmed.',
  },
  expired: { kind: 'gone', de: 'Dieser Link ist abgelaufen. Er galt bis {until}.', en: 'This link has expired. It worked until {until}.' },
  superseded: {
    kind: 'gone',
    de: 'Zu diesem Link gibt es eine neuere E-Mail vom {sentAt}. Bitte den Link darin benutzen.',
    du: 'Zu diesem Link gibt es eine neuere E-Mail vom {sentAt}. Bitte benutze den Link darin.',
    en: 'There is a newer e-mail for this link, sent on {sentAt}. Please use the link in that one.',
  },
  replaced: {
    kind: 'gone',
    de: 'Dieser Link gilt nicht mehr, weil danach ein neuerer ausgestellt wurde.',
    en: 'This link no longer works because a newer one was issued after it.',
  },
  overtaken: {
    kind: 'gone',
    de: 'Dieser Link gilt nicht mehr, weil sich am Zugang inzwischen etwas geändert hat.',
    en: 'This link no longer works because the access has changed in the meantime.',
  },
  unknown: { kind: 'gone', de: 'Dieser Link ist nicht bekannt.', en: 'This link is not known.' },
  'cannot-send': {
    kind: 'unavailable',
    de: 'Im Moment kann kein neuer Link gesendet werden. Bitte an den Ansprechpartner des Portals wenden.',
    du: 'Im Moment kann kein neuer Link gesendet werden. Bitte wende dich an den Ansprechpartner des Portals.',
    en: 'No new link can be sent at the moment. Please contact the people who run this portal.',
  },
});
