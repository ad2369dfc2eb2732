import { defineRefusals } from '../../platform/refusal.ts';

/** Why a link does not work any more; every page that says one of these offers the way on (B014). */
export const refuse = defineRefusals('link', {
  unknown: {
    kind: 'gone',
    de: 'Dieser Link ist nicht bekannt. Vielleicht wurde er beim Kopieren abgeschnitten.',
    en: 'This link is not known. It may have been cut off when it was copied.',
  },
  used: {
    kind: 'gone',
    de: 'Dieser Link wurde schon benutzt: Das Passwort ist festgelegt.',
    en: 'This link has been used: the password is set.',
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
    de: 'Dieser Link gilt nicht mehr, weil sich am Konto inzwischen etwas geändert hat.',
    en: 'This link no longer works because the account has changed in the meantime.',
  },
  'still-open': {
    kind: 'conflict',
    de: 'Dieser Link gilt noch: Das Passwort lässt sich gleich hier festlegen.',
    en: 'This link still works: the password can be set right here.',
  },
  'wait-for-mail': {
    kind: 'too-many',
    de: 'Gerade eben ging schon eine E-Mail hinaus. Ein neuer Link kann in {seconds} Sekunden angefordert werden.',
    en: 'An e-mail was sent just now. A new link can be requested in {seconds} seconds.',
  },
  'cannot-send': {
    kind: 'unavailable',
    de: 'Im Moment kann kein neuer Link gesendet werden. Bitte an den Ansprechpartner des Portals wenden.',
    du: 'Im Moment kann kein neuer Link gesendet werden. Bitte wende dich an den Ansprechpartner des Portals.',
    en: 'No new link can be sent at the moment. Please contact the people who run this portal.',
  },
});
