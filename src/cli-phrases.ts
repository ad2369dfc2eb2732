import { definePhrases, type Variant } from './platform/phrases.ts';

/** What the command line says. What both languages need at once, such as a refused start, is said by `lastWords`. */
export const commandPhrases = definePhrases({
  usage: {
    de: `pforte serve                                    Server starten
pforte setup --workspace NAME --admin MAIL      Instanz (eine Firma) anlegen; gibt die Adresse aus, unter der das Passwort festgelegt wird
             [--language de|en] [--address-form sie|du] [--time-zone Europe/Berlin]
pforte admin reset MAIL [--workspace KURZNAME]  Notzugang: gibt eine einmalige Adresse aus, unter der ein neues Passwort festgelegt wird
pforte audit verify                             nachweisen, dass niemand das Protokoll verändert hat
pforte upgrade --check                          sagen, welche Migrationen der nächste Start ausführen würde (braucht DATABASE_URL)
`,
    en: `pforte serve                                    run the server
pforte setup --workspace NAME --admin MAIL      add a workspace (one company); prints the address to set the password
             [--language de|en] [--address-form sie|du] [--time-zone Europe/Berlin]
pforte admin reset MAIL [--workspace SLUG]      emergency access: prints a one-time address to set a new password
pforte audit verify                             prove that nobody changed the log of events
pforte upgrade --check                          say which migrations the next start would run (needs DATABASE_URL)
`,
  },
  whichWorkspace: {
    de: 'Bitte mit --workspace eine dieser Instanzen angeben: {slugs}.',
    en: 'Please name one of these workspaces with --workspace: {slugs}.',
  },
  chain: {
    de: '{slug}: {events} Einträge, {erased} gelöscht, {faults} Fehler',
    en: '{slug}: {events} events, {erased} erased, {faults} faults',
  },
  databaseNeeded: { de: 'pforte upgrade --check braucht DATABASE_URL.', en: 'pforte upgrade --check needs DATABASE_URL.' },
  upToDate: { de: 'Alles auf dem neuesten Stand.', en: 'Up to date.' },
});

/** The language of a terminal, as POSIX finds it: the first of these that is set decides. German where it says so, else English. */
export function terminalVariant(environment: Record<string, string | undefined>): Variant {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^de(?![a-z])/i.test(locale) ? 'de' : 'en';
}
