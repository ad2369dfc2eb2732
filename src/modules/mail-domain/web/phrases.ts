import { definePhrases } from '../../../platform/phrases.ts';

export const domainPhrases = definePhrases({
  title: { de: 'Einträge der Absender-Domain', en: 'Records of the sender’s domain' },
  note: {
    de: 'Was im DNS von {domain} steht, entscheidet mit, ob E-Mails ankommen. Geprüft wird jeden Tag.',
    en: 'What DNS says about {domain} helps decide whether e-mails arrive. It is checked every day.',
  },
  check: { de: 'Jetzt prüfen', en: 'Check now' },
  checked: { de: 'Zuletzt geprüft', en: 'Last checked' },
  never: {
    de: 'Noch nicht geprüft. „Jetzt prüfen“ fragt das DNS und nennt die Einträge, die zu veröffentlichen sind.',
    en: 'Not checked yet. “Check now” asks DNS and names the records to publish.',
  },
  neverNoRight: {
    de: 'Noch nicht geprüft. Eine Administratorin oder ein Administrator kann das anstoßen.',
    en: 'Not checked yet. An administrator can start it.',
  },
  outdated: {
    de: 'Die Einstellungen haben sich seit der Prüfung geändert; sie wird in den nächsten Minuten wiederholt.',
    en: 'The settings have changed since the check; it is repeated within minutes.',
  },
  ok: { de: 'In Ordnung', en: 'In order' },
  warning: { de: 'Besser ändern', en: 'Better change' },
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
  alarmTitle: { de: 'Die Absender-Domain ist schlechter als zuvor', en: 'The sender’s domain is worse than before' },
  alarmSeen: { de: 'Zur Kenntnis genommen', en: 'Noted' },
  troubleTitle: { de: 'E-Mails kommen vielleicht nicht an', en: 'E-mails may not arrive' },
  toRecords: { de: 'Zu den Einträgen der Absender-Domain', en: 'To the records of the sender’s domain' },
});
