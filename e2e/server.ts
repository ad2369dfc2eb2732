import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const patience = 90_000;

/** Where every story begins, so that its pictures stay the same: a Tuesday morning in Berlin. */
export const storyStart = '2026-03-10T08:30:00Z';

export const administrator = { name: 'Karin Kessler', email: 'chefin@muster-energie.example', password: 'drei Eimer Kies im Garten' };
export const workspaceName = 'Muster Energie GmbH';

/** A real server process on a database of its own. */
export type Server = {
  /** `http://localhost:PORT` */
  url: string;
  /** The one-time address, where nobody was set up by the environment. */
  setupUrl: string | undefined;
  /** Where its database lies. */
  dataDirectory: string;
  /** What its clock shows, to about a second. */
  now(): Date;
  /** Everything that the process has printed. */
  output(): string;
  /** Turns the clock of the process ahead; not possible where it was started as `npm start` does. */
  turn(milliseconds: number): Promise<void>;
  /** DNS says this from now on, where the server was started with a zone. */
  publish(zone: Zone): void;
  /** Asks the process to stop as an operator does, and answers its exit code. */
  stop(): Promise<number>;
};

export type ServerOptions = {
  smtpUrl?: string | undefined;
  /** As `npm start` starts it; otherwise without the preparation of the checkout, and its clock can be turned. */
  likeNpmStart?: boolean;
  /** Nobody is set up by the environment: the server prints a one-time address for the browser. */
  setUpInBrowser?: boolean;
  environment?: Record<string, string>;
  /** What DNS says to the server; without it, what DNS says where the story runs. */
  zone?: Zone;
};

/** Names with their records; a mail exchange is a name. */
export type Zone = Record<string, Partial<Record<'txt' | 'mx' | 'a' | 'aaaa' | 'ptr', string[]>>>;

/** Pictures for the documents show the port that an operator sees. */
export const forPictures = process.env.PFORTE_SCREENSHOTS === '1';

export async function startServer({
  smtpUrl,
  likeNpmStart = false,
  setUpInBrowser = false,
  environment = {},
  zone,
}: ServerOptions = {}): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'pforte-story-'));
  const zoneFile = `${data}.zone.json`;
  const publish = (zone: Zone) => writeFileSync(zoneFile, JSON.stringify(zone));
  if (zone) publish(zone);
  // PostgreSQL does not run as root; the user that it gets instead has to pass through here.
  if (process.getuid?.() === 0) chmodSync(data, 0o711);
  const child = run(likeNpmStart, {
    PFORTE_DATA: data,
    PFORTE_PORT: forPictures ? '4000' : '0',
    PFORTE_LOG_LEVEL: 'info',
    ...(forPictures && { PFORTE_TEST_CLOCK: storyStart }),
    ...(smtpUrl && { PFORTE_SMTP_URL: smtpUrl }),
    ...(zone && { PFORTE_TEST_ZONE: zoneFile }),
    ...(!setUpInBrowser && {
      PFORTE_ADMIN_EMAIL: administrator.email,
      PFORTE_ADMIN_PASSWORD: administrator.password,
      PFORTE_WORKSPACE: workspaceName,
    }),
    ...environment,
  });
  let ahead = forPictures ? Date.parse(storyStart) - Date.now() : 0;
  const printed = listen(child);
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));

  // Whatever becomes of the story, its server does not outlive it.
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const stop = async () => {
    kill();
    const code = await ended;
    process.off('exit', kill);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    rmSync(zoneFile, { force: true });
    return code;
  };
  const greeting = await printed.until(/is running: (\S+)\/console\//, ended).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    now: () => new Date(Date.now() + ahead),
    url: greeting[1] ?? '',
    dataDirectory: data,
    setupUrl: /\S+\/console\/setup\/\S+/.exec(printed.text())?.[0],
    output: printed.text,
    publish,
    turn: (milliseconds) =>
      new Promise((resolve, reject) => {
        child.once('message', () => {
          ahead += milliseconds;
          resolve();
        });
        child.send({ turn: milliseconds }, (error) => error && reject(error));
      }),
    stop,
  };
}

function run(likeNpmStart: boolean, settings: Record<string, string>): ChildProcess {
  // Nothing of the developer's own settings: a DATABASE_URL among them would be somebody's database.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PFORTE_|DATABASE_URL|NODE_ENV)/.test(name)));
  const preloads = ['turned-clock.ts', 'zone-file.ts'].map((name) => `--import=${pathToFileURL(join(root, 'e2e', name)).href}`);
  const args = likeNpmStart ? ['scripts/start.mjs'] : ['--import', './scripts/stop-with-parent.mjs', 'src/main.ts'];
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...own, NODE_OPTIONS: preloads.join(' '), NO_COLOR: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe', ...(likeNpmStart ? [] : ['ipc' as const])],
  });
}

/** Collects what a process prints, and waits for a sentence of it. */
function listen(child: ChildProcess) {
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk;
      for (const look of waiting) look();
    });
  }
  const until = (pattern: RegExp, ended: Promise<number>): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const giveUp = (why: string) => reject(new Error(`The server ${why}:\n${text.slice(-4000)}`));
      const timer = setTimeout(() => giveUp('did not start in time'), patience);
      const look = () => {
        const found = pattern.exec(text);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      ended.then(() => {
        clearTimeout(timer);
        giveUp('ended before it was ready');
      });
    });
  return { text: () => text, until };
}
