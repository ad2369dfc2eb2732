import { definePhrases } from '../../../platform/phrases.ts';

export const domainPhrases = definePhrases({
  title: { de: 'Einträge der Absenderdomain', en: 'Records of the sender’s domain' },
  note: {
    de: 'Die DNS-Einträge von {domain} entscheiden mit, ob E-Mails ankommen. Sie werden jeden Tag geprüft.',
    en: 'The DNS records of {domain} help decide whether e-mails arrive. They are checked every day.',
  },
  check: { de: 'Jetzt prüfen', en: 'Check now' },
  checked: { de: 'Zuletzt geprüft', en: 'Last checked' },
  never: {
    de: 'Noch nicht geprüft. „Jetzt prüfen“ fragt das DNS und nennt die Einträge, die zu veröffentlichen sind.',
    en: 'Not checked yet. “Check now” asks DNS and names the records to publish.',
  },
  neverNoRight: {
    de: 'Noch nicht geprüft. Prüfen können Administratoren.',
    en: 'Not checked yet. Administrators can check.',
  },
  outdated: {
    de: 'Die Einstellungen haben sich seit der Prüfung geändert; sie wird in den nächsten Minuten wiederholt.',
    en: 'The settings have changed since the check; it is repeated within minutes.',
  },
  ok: { de: 'In Ordnung', en: 'All right' },
  warning: { de: 'Besser ändern', en: 'Should be changed' },
  problem: { de: 'Problem', en: 'Problem' },
  unknown: { de: 'Unbekannt', en: 'Unknown' },
  lastKnown: { de: 'Zuletzt bekannt: {state},', en: 'Last known: {state},' },
  found: { de: 'Veröffentlicht ist', en: 'Published now' },
  foundCount: { de: 'Veröffentlicht sind {count} Einträge', en: '{count} records are published now' },
  publish: { de: 'Zu veröffentlichen', en: 'To publish' },
  publishInstead: { de: 'Zu veröffentlichen, anstelle des bisherigen Eintrags', en: 'To publish in place of the present record' },
  publishInsteadMany: {
    de: 'Zu veröffentlichen, anstelle aller {count} bisherigen Einträge',
    en: 'To publish in place of all {count} present records',
  },
  name: { de: 'Name', en: 'Name' },
  type: { de: 'Typ', en: 'Type' },
  value: { de: 'Wert', en: 'Value' },
  valueFromProvider: { de: 'nennt der Anbieter des Mailservers', en: 'the provider of the mail server names it' },
  copyName: { de: '{record}: Name', en: '{record}: name' },
  copyValue: { de: '{record}: Wert', en: '{record}: value' },
  nameHint: {
    de: 'Die meisten Anbieter hängen die Domain selbst an: Dort steht als Name nur der Teil davor, und „@“ für die Domain selbst. Bis ein neuer Eintrag überall gilt, können einige Stunden vergehen.',
    en: 'Most providers append the domain themselves: there the name is only the part in front, and “@” for the domain itself. It can take some hours until a new record holds everywhere.',
  },
  part: { de: 'Unser Mailserver im SPF-Eintrag', en: 'Our mail server in the SPF record' },
  guess: { de: 'Vermutung', en: 'Guess' },
  stated: { de: 'Mailserver selbst angeben', en: 'State the mail server yourself' },
  statedNote: {
    de: 'Servername, IP-Adresse oder die Angabe des Anbieters, zum Beispiel include:spf.anbieter.de. Leer: wie aus dem Versandweg abgeleitet.',
    en: 'Server name, IP address, or what the provider names, for example include:spf.provider.com. Empty: as derived from the way of sending.',
  },
  statedSave: { de: 'Angabe speichern', en: 'Save' },
  statedSaved: {
    de: 'Die Angabe ist gespeichert. Geprüft wird sie mit „Jetzt prüfen“.',
    en: 'What you stated is saved. “Check now” looks at it.',
  },
  selectors: { de: 'Namen der DKIM-Schlüssel', en: 'Names of the DKIM keys' },
  selectorsNote: {
    de: 'Auch „Selektor“ genannt; der Anbieter des Mailservers kennt sie. Mehrere durch Komma trennen. Leer: Es werden übliche Namen versucht.',
    en: 'Also called “selector”; the provider of the mail server knows them. Separate several by commas. Empty: usual names are tried.',
  },
  selectorsSave: { de: 'Namen speichern', en: 'Save names' },
  selectorsSaved: {
    de: 'Die Namen der Schlüssel sind gespeichert. Geprüft werden sie mit „Jetzt prüfen“.',
    en: 'The names of the keys are saved. “Check now” looks at them.',
  },
  alarmTitle: { de: 'Die Einträge der Absenderdomain stimmen nicht mehr', en: 'The records of the sender’s domain are no longer right' },
  alarmSeen: { de: 'Zur Kenntnis genommen', en: 'Noted' },
  troubleTitle: { de: 'E-Mails kommen vielleicht nicht an', en: 'E-mails may not arrive' },
  toRecords: { de: 'Zu den Einträgen der Absenderdomain', en: 'To the records of the sender’s domain' },
});
