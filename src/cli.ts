import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type App, createApp } from './app.ts';
import { commandPhrases, terminalVariant } from './cli-phrases.ts';
import { type OpenedDatabase, openForCommand } from './database.ts';
import { addWorkspace } from './first-start.ts';
import { lastWords } from './last-words.ts';
import { migrations } from './migrations/index.ts';
import { verifyChain } from './modules/audit/index.ts';
import { resetAdministrator } from './modules/setup/index.ts';
import { systemClock } from './platform/clock.ts';
import { pendingMigrations } from './platform/db/migrate.ts';
import { createLog } from './platform/log.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { type Urls, urlsOf } from './platform/urls.ts';
import { secretKeyOf } from './secret-key.ts';

const say = commandPhrases(terminalVariant(process.env));

type Place = { app: App; settings: Settings; urls: Urls; database: OpenedDatabase };
type Options = { workspace?: string; admin?: string; language?: string; 'address-form'?: string; 'time-zone'?: string; check?: boolean };

const wrongUsage = 2;
const wrongSettings = 78;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exitCode = 1;
}

/** Answers the exit code. */
async function run(args: string[]): Promise<number> {
  const parsed = parse(args);
  if (!parsed) return sayUsage();
  const { values, positionals } = parsed;
  const command = positionals.join(' ');
  if (command === 'serve') {
    await import('./main.ts');
    return Number(process.exitCode ?? 0);
  }
  if (command === 'setup' && values.workspace && values.admin) return withApp((place) => setup(place, values));
  if (positionals[0] === 'admin' && positionals[1] === 'reset' && positionals[2])
    return withApp((place) => reset(place, String(positionals[2]), values.workspace));
  if (command === 'audit verify') return withApp(verify);
  if (command === 'upgrade' && values.check) return withSettings(checkUpgrade);
  if (args.length) return sayUsage();
  process.stdout.write(say('usage'));
  return 0;
}

/** `undefined`: an option that does not exist, or one without its value. */
function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        admin: { type: 'string' },
        language: { type: 'string' },
        'address-form': { type: 'string' },
        'time-zone': { type: 'string' },
        check: { type: 'boolean' },
      },
    });
  } catch {
    return undefined;
  }
}

/** A command that looks at the wrong data directory must not look like one that found all well. */
function sayNothingThere(): number {
  process.stderr.write(
    'Hier ist noch nichts eingerichtet; bitte PFORTE_DATA oder DATABASE_URL prüfen.\nNothing has been set up here; please check PFORTE_DATA or DATABASE_URL.\n',
  );
  return 1;
}

function sayUsage(): number {
  process.stderr.write(say('usage'));
  return wrongUsage;
}

async function setup(place: Place, values: Options): Promise<number> {
  const order = {
    workspace: values.workspace ?? '',
    language: values.language === 'en' ? ('en' as const) : ('de' as const),
    addressForm: values['address-form'] === 'du' ? ('du' as const) : ('sie' as const),
    timeZone: values['time-zone'] ?? 'Europe/Berlin',
  };
  const workspace = await addWorkspace({ ...place, db: place.database.db, now: systemClock.now() }, order, {
    email: values.admin ?? '',
    password: null,
  });
  const url = await place.app.performIn({ actor: { kind: 'system' }, workspace })(resetAdministrator, values.admin ?? '');
  process.stdout.write(`${workspace.name}: ${workspace.baseUrl}/console/\n${url}\n`);
  return 0;
}

async function reset({ app }: Place, accountName: string, slug: string | undefined): Promise<number> {
  const workspaces = await app.workspaces.list();
  if (!workspaces.length) return sayNothingThere();
  const workspace = slug ? workspaces.find((candidate) => candidate.slug === slug) : workspaces.length === 1 ? workspaces[0] : undefined;
  if (!workspace) {
    process.stderr.write(`${say('whichWorkspace', { slugs: workspaces.map((candidate) => candidate.slug).join(', ') })}\n`);
    return wrongUsage;
  }
  process.stdout.write(`${await app.performIn({ actor: { kind: 'system' }, workspace })(resetAdministrator, accountName)}\n`);
  return 0;
}

async function verify({ app, database }: Place): Promise<number> {
  let faults = 0;
  const workspaces = await app.workspaces.list();
  if (!workspaces.length) return sayNothingThere();
  for (const workspace of workspaces) {
    const report = await verifyChain(database.db, workspace.id);
    faults += report.faults.length;
    const { events, erased } = report;
    process.stdout.write(`${say('chain', { slug: workspace.slug, events, erased, faults: report.faults.length })}\n`);
    for (const { sequence, fault } of report.faults) process.stdout.write(`  ${sequence}: ${fault}\n`);
  }
  return faults ? 1 : 0;
}

async function checkUpgrade(settings: Settings): Promise<number> {
  if (!settings.databaseUrl) {
    process.stderr.write(`${say('databaseNeeded')}\n`);
    return wrongUsage;
  }
  const waiting = await pendingMigrations({ connection: settings.databaseUrl, migrations });
  process.stdout.write(`${waiting.length ? waiting.join('\n') : say('upToDate')}\n`);
  return 0;
}

async function withSettings(command: (settings: Settings) => Promise<number>): Promise<number> {
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if ('settings' in read) return command(read.settings);
  for (const mistake of read.mistakes) process.stderr.write(`${mistake}\n`);
  return wrongSettings;
}

function withApp(command: (place: Place) => Promise<number>): Promise<number> {
  return withSettings((settings) => runInApp(settings, command));
}

async function runInApp(settings: Settings, command: (place: Place) => Promise<number>): Promise<number> {
  const log = createLog('error');
  const database = await openForCommand(settings, log);
  const urls = urlsOf(settings, settings.port);
  try {
    const app = await createApp({
      settings,
      urls,
      db: database.db,
      clock: systemClock,
      monotonic: () => performance.now(),
      log,
      version: '',
      secretKey: secretKeyOf(settings),
      consoleDirectory: '',
    });
    const code = await command({ app, settings, urls, database });
    await app.close();
    return code;
  } finally {
    await database.stop();
  }
}
