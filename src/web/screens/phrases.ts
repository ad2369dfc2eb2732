import { definePhrases } from '../../platform/phrases.ts';

export const overviewPhrases = definePhrases({
  title: { de: 'Übersicht', en: 'Overview' },
  hello: { de: 'Guten Tag, {name}', en: 'Hello, {name}' },
  waiting: { de: 'Was wartet', en: 'What is waiting' },
  nothingTitle: { de: 'Gerade wartet nichts', en: 'Nothing is waiting' },
  nothingBody: {
    de: 'Hier steht, wenn eine E-Mail nicht ankommt, jemand seine Einladung nicht nutzt oder ein E-Mail Template ausgeschaltet ist.',
    en: 'You will see here when an e-mail does not arrive, somebody does not use their invitation, or an e-mail template is switched off.',
  },
  failedTitle: { de: 'E-Mails, die nicht angekommen sind', en: 'E-mails that did not arrive' },
  failedNote: {
    de: 'Abgelehnt, zurückgekommen oder nach mehreren Versuchen aufgegeben.',
    en: 'Refused, come back, or given up after several attempts.',
  },
  allFailed: { de: 'Alle, die nicht angekommen sind', en: 'All that did not arrive' },
  invitedTitle: { de: 'Eingeladen, noch nicht registriert', en: 'Invited, not registered yet' },
  invitedNote: { de: 'Diese Personen haben noch kein Passwort festgelegt.', en: 'These people have not set a password yet.' },
  allInvited: { de: 'Alle {count} ansehen', en: 'See all {count}' },
  offTitle: { de: 'Ausgeschaltete E-Mail Templates', en: 'E-mail templates that are switched off' },
  startTitle: { de: 'Erste Schritte', en: 'First steps' },
  startNote: { de: 'So kommt der erste Kunde in sein Portal.', en: 'This is how the first customer gets into their portal.' },
  startCompany: { de: 'Unternehmen anlegen', en: 'Add a company' },
  startCompanyWhy: { de: 'Die Firma, deren Leute sich anmelden sollen.', en: 'The company whose people will sign in.' },
  startContact: { de: 'Kontakt anlegen', en: 'Add a contact' },
  startContactWhy: {
    de: 'Mit „Kennwort per E-Mail versenden“ bekommt die Person einen Link, über den sie ihr Passwort festlegt.',
    en: 'With “Send password by e-mail” the person gets a link to set their password.',
  },
  startMail: { de: 'E-Mail ansehen', en: 'Look at the e-mail' },
  startMailWhy: {
    de: 'Im Testpostfach liegt sie so, wie die Person sie bekäme. Der Link funktioniert.',
    en: 'It is in the test mailbox just as the person would get it. The link works.',
  },
  startSupport: { de: 'Ansprechpartner eintragen', en: 'Enter a contact for questions' },
  startSupportWhy: {
    de: 'Wer nicht weiterkommt, liest in E-Mails und in „{portal}“, wer weiterhilft.',
    en: 'Whoever is stuck reads in e-mails and in “{portal}” whom to turn to.',
  },
  startPortal: { de: 'Portal ansehen', en: 'Look at the portal' },
  startPortalWhy: { de: 'Name, Farbe und die Adressen zum Weitergeben.', en: 'Name, colour and the addresses to hand on.' },
  done: { de: 'Erledigt', en: 'Done' },
});
