import { definePhrases } from '../../../platform/phrases.ts';

/** What the screens of welcome mails, corrected addresses and given access say. */
export const welcomePhrases = definePhrases({
  // the panel
  welcomeTitle: { de: 'Willkommens-E-Mail', en: 'Welcome e-mail' },
  activationTitle: { de: 'Aktivierungs-E-Mail', en: 'Activation e-mail' },
  passwordTitle: { de: 'Passwort', en: 'Password' },
  resendWelcome: { de: 'Willkommens-E-Mail erneut senden', en: 'Send welcome e-mail again' },
  resendActivation: { de: 'Aktivierungs-E-Mail erneut senden', en: 'Send activation e-mail again' },
  resetPassword: { de: 'Passwort zurücksetzen', en: 'Reset password' },
  goesTo: {
    de: 'Geht an {address}, mit einem neuen Link. Ältere Links gelten danach nicht mehr.',
    en: 'Goes to {address}, with a new link. Older links stop working then.',
  },
  hasPassword: {
    de: 'Die Person hat ein Passwort. Kommt sie damit nicht mehr hinein, hilft ein neues.',
    en: 'The person has a password. If they no longer get in with it, a new one helps.',
  },
  hasNone: {
    de: 'Das Passwort ist zurückgesetzt; ein neues ist noch nicht festgelegt.',
    en: 'The password was reset; a new one is not set yet.',
  },
  linkUntil: { de: 'Der Link gilt bis {until}.', en: 'The link works until {until}.' },
  linkNone: { de: 'Es gibt keinen gültigen Link.', en: 'There is no link that works.' },
  waitOne: { de: 'Wieder möglich in 1 Sekunde', en: 'Possible again in 1 second' },
  waitMany: { de: 'Wieder möglich in {count} Sekunden', en: 'Possible again in {count} seconds' },
  history: { de: 'Bisher gesendet', en: 'Sent so far' },
  historyNone: { de: 'Noch nichts gesendet.', en: 'Nothing sent yet.' },
  to: { de: 'an {address}', en: 'to {address}' },
  by: { de: 'durch {name}', en: 'by {name}' },

  // save first
  saveFirstTitle: { de: 'Zuerst speichern?', en: 'Save first?' },
  saveFirstBody: {
    de: 'Im Formular stehen Änderungen, die noch nicht gespeichert sind. Ohne sie ginge die E-Mail an {address}.',
    en: 'The form holds changes that are not saved yet. Without them the e-mail would go to {address}.',
  },
  saveAndSend: { de: 'Speichern und senden', en: 'Save and send' },

  // the address
  email: { de: 'E-Mail (erforderlich)', en: 'E-mail (required)' },
  emailAsks: {
    de: 'Die Person hat sich schon registriert: Die neue Adresse gilt erst, wenn sie sie mit ihrem Passwort bestätigt.',
    en: 'The person has registered already: the new address counts only after they confirm it with their password.',
  },
  meant: { de: 'Meinten Sie {address}?', en: 'Did you mean {address}?' },
  take: { de: 'Übernehmen', en: 'Use it' },
  changing: { de: 'E-Mail-Änderung läuft', en: 'Change of e-mail address under way' },
  changingBody: {
    de: '{address} gilt, sobald die Person die Adresse mit ihrem Passwort bestätigt. Bis dahin bleibt {present}.',
    en: '{address} counts as soon as the person confirms it with their password. Until then {present} stays.',
  },
  cancelChange: { de: 'Änderung abbrechen', en: 'Stop the change' },
  cancelled: { de: 'Die Änderung ist abgebrochen. Die bisherige Adresse bleibt.', en: 'The change is stopped. The present address stays.' },
  override: { de: 'Ohne Bestätigung übernehmen', en: 'Accept without confirmation' },
  overrideTitle: { de: '{address} ohne Bestätigung übernehmen', en: 'Accept {address} without confirmation' },
  overrideBody: {
    de: 'Die Adresse gilt dann sofort, die Person wird überall abgemeldet, und die bisherige Adresse bekommt eine Nachricht. Der Grund bleibt im Protokoll.',
    en: 'The address then counts at once, the person is signed out everywhere, and the present address gets a message. The reason stays in the log.',
  },
  reason: { de: 'Grund (erforderlich)', en: 'Reason (required)' },

  // giving access
  give: { de: 'Zugang geben', en: 'Give access' },
  giveTo: { de: '{name} Zugang geben', en: 'Give {name} access' },
  who: { de: 'Person', en: 'Person' },
  whoSearch: { de: 'Person suchen: Name, Adresse, Nummer, Unternehmen', en: 'Search a person: name, address, number, company' },
  whoNone: { de: 'Niemand gefunden. Neue Personen stehen unter „Kunden“.', en: 'Nobody found. New people are added under “Customers”.' },
  toCustomers: { de: 'Zu den Kunden', en: 'To the customers' },
  choose: { de: 'Zugang geben: {name}', en: 'Give access: {name}' },
  other: { de: 'Andere Person', en: 'Another person' },
  noAddress: { de: 'Diese Person hat keine E-Mail-Adresse.', en: 'This person has no e-mail address.' },
  hasAccess: { de: 'Hat hier schon einen Zugang.', en: 'Already has access here.' },
  portal: { de: 'Portal', en: 'Portal' },
  role: { de: 'Rolle', en: 'Role' },
  areas: { de: 'Bereiche', en: 'Areas' },
  sendWelcome: { de: 'Willkommens-E-Mail sofort senden', en: 'Send the welcome e-mail at once' },
  sendWelcomeNote: {
    de: 'Mit Adresse des Portals, Kontoname und einem Link, mit dem die Person ihr Passwort festlegt.',
    en: 'With the portal’s address, the account name, and a link with which the person sets their password.',
  },
});
