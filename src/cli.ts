import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type App, createApp } from './app.ts';
import { type OpenedDatabase, openForCommand } from './database.ts';
import { addWorkspace } from './first-start.ts';
import { migrations } from './migrations/index.ts';
import { verifyChain } from './modules/audit/index.ts';
import { resetAdministrator } from './modules/setup/index.ts';
import { systemClock } from './platform/clock.ts';
import { isDatabaseComplaint } from './platform/db/complaint.ts';
import { pendingMigrations } from './platform/db/migrate.ts';
import { createLog } from './platform/log.ts';
import { isRefusal } from './platform/refusal.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { type Urls, urlsOf } from './platform/urls.ts';
import { secretKeyOf } from './secret-key.ts';

const usage = `pforte serve                                    run the server
pforte setup --workspace NAME --admin MAIL      add a workspace; prints the address to set the password
             [--language de|en] [--address-form sie|du] [--time-zone Europe/Berlin]
pforte admin reset MAIL [--workspace SLUG]      emergency access: prints a one-time address to set a new password
pforte audit verify                             prove that nobody changed the log of events
pforte upgrade --check                          say which migrations the next start would run (needs DATABASE_URL)
`;

type Place = { app: App; settings: Settings; urls: Urls; database: OpenedDatabase };
type Options = { workspace?: string; admin?: string; language?: string; 'address-form'?: string; 'time-zone'?: string; check?: boolean };

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known =
    isDatabaseComplaint(error) ||
    isRefusal(error) ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  process.stderr.write(`${known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}

/** Answers the exit code. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
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
  const command = positionals.join(' ');
  if (command === 'serve') {
    await import('./main.ts');
    return 0;
  }
  if (command === 'setup' && values.workspace && values.admin) return withApp((place) => setup(place, values));
  if (positionals[0] === 'admin' && positionals[1] === 'reset' && positionals[2])
    return withApp((place) => reset(place, String(positionals[2]), values.workspace));
  if (command === 'audit verify') return withApp(verify);
  if (command === 'upgrade' && values.check) return checkUpgrade(settingsOrFail());
  process.stdout.write(usage);
  return args.length ? 2 : 0;
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
  const workspace = slug ? workspaces.find((candidate) => candidate.slug === slug) : workspaces.length === 1 ? workspaces[0] : undefined;
  if (!workspace) {
    process.stderr.write(`--workspace SLUG: ${workspaces.map((candidate) => candidate.slug).join(', ') || '–'}\n`);
    return 2;
  }
  process.stdout.write(`${await app.performIn({ actor: { kind: 'system' }, workspace })(resetAdministrator, accountName)}\n`);
  return 0;
}

async function verify({ app, database }: Place): Promise<number> {
  let faults = 0;
  for (const workspace of await app.workspaces.list()) {
    const report = await verifyChain(database.db, workspace.id);
    faults += report.faults.length;
    process.stdout.write(`${workspace.slug}: ${report.events} events, ${report.erased} erased, ${report.faults.length} faults\n`);
    for (const { sequence, fault } of report.faults) process.stdout.write(`  ${sequence}: ${fault}\n`);
  }
  return faults ? 1 : 0;
}

async function checkUpgrade(settings: Settings): Promise<number> {
  if (!settings.databaseUrl) {
    process.stderr.write('pforte upgrade --check needs DATABASE_URL.\n');
    return 2;
  }
  const waiting = await pendingMigrations({ connection: settings.databaseUrl, migrations });
  process.stdout.write(waiting.length ? `${waiting.join('\n')}\n` : 'up to date\n');
  return 0;
}

function settingsOrFail(): Settings {
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if ('settings' in read) return read.settings;
  throw new Error(read.mistakes.join('\n'));
}

async function withApp(command: (place: Place) => Promise<number>): Promise<number> {
  const settings = settingsOrFail();
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
