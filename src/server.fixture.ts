import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from './platform/db/identity.ts';
import { endProcessesIn, processesIn } from './platform/db/openers.fixture.ts';
import { until } from './platform/db/until.ts';
import { type Answer, type Asking, asker } from './platform/http/ask.fixture.ts';

/** Who is set up by `startServer`, unless the test sets up by itself. */
export const administrator = { email: 'chefin@muster.example', password: 'drei Eimer Kies im Garten', workspace: 'Muster Energie GmbH' };

export type ServerOptions = {
  /** Absent: a fresh one below the system's temporary directory, removed by `end`. */
  dataDirectory?: string;
  /** Settings as an operator would write them. */
  environment?: Record<string, string>;
  /** `false`: an empty installation waits to be set up. */
  isSetUp?: boolean;
  /** The user that the server runs as, where the test may choose one. */
  identity?: Identity | undefined;
};

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** A real server process, as a test or a browser story sees it. */
export type ServerProcess = {
  pid: number;
  port: number;
  /** Where it is reached: `http://localhost:PORT`. */
  url: string;
  dataDirectory: string;
  /** What it has told people, on standard output. */
  printed(): string;
  /** What it has logged; at the usual level (`warn`) nothing at all, as long as nothing is wrong. */
  logged(): string;
  /** Waits until it answers that it is ready; gives the milliseconds since its start. Fails when it ends before. */
  ready(withinMillis?: number): Promise<number>;
  ended: Promise<Ended>;
  /** A request to any address. */
  ask<Body = unknown>(method: string, path: string, asking?: Asking): Promise<Answer<Body>>;
  /** A request to the API, with the administrator's session unless another cookie is given. */
  api<Body = unknown>(method: string, path: string, asking?: Asking): Promise<Answer<Body>>;
  /** Signs in to the console; gives the cookie. */
  signIn(accountName?: string, password?: string): Promise<string>;
  /** Asks it to stop and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended & { millis: number }>;
  /** kill -9. Its PostgreSQL stays behind, for the next start to take over. */
  kill(): Promise<void>;
  /** The processes that were started for its data directory and still run, itself left out once it has ended. */
  leftovers(): number[];
  /** Ends whatever still runs for its data directory, and removes the directory where the fixture made it. */
  end(): Promise<void>;
};

const main = join(import.meta.dirname, '../scripts/serve.mjs');
const commandLine = join(import.meta.dirname, 'cli.ts');

/** Starts a server and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await launchServer(options);
  try {
    await server.ready();
    return server;
  } catch (error) {
    await server.end();
    throw error;
  }
}

/** Starts a server without waiting, for tests that look at the start itself. */
export async function launchServer({
  dataDirectory,
  environment = {},
  isSetUp = true,
  identity,
}: ServerOptions = {}): Promise<ServerProcess> {
  const directory = dataDirectory ?? mkdtempSync(join(tmpdir(), 'pforte-server-'));
  const port = environment.PFORTE_PORT === undefined ? await freePort() : Number(environment.PFORTE_PORT);
  const started = performance.now();
  const child = spawn(process.execPath, [main], {
    cwd: '/',
    env: environmentOf(directory, port, { ...(isSetUp && firstAdministrator), ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(identity && { uid: identity.uid, gid: identity.gid }),
  });
  const { printed, logged, ended, hasEnded } = listenTo(child);
  const ask = asker(port);

  const ready = async (withinMillis = 120_000) => {
    const isReady = () => ask('GET', '/health/ready').then(({ status }) => (status === 200 ? true : undefined), noAnswer);
    const outcome = await until(async () => (hasEnded() ? 'ended' : await isReady()), { withinMillis, everyMillis: 10 });
    if (outcome !== true) throw new Error(`The server did not become ready (${outcome ?? 'too slow'}). It says: ${printed()}${logged()}`);
    return performance.now() - started;
  };
  const signIn = async (accountName = administrator.email, password = administrator.password) => {
    const { status, cookie, text } = await ask('POST', '/api/v1/sessions', { body: { accountName, password } });
    if (status !== 201) throw new Error(`The test could not sign in: ${text}`);
    return cookie;
  };
  let own: Promise<string> | undefined;
  const ownCookie = () => {
    own ??= signIn();
    return own;
  };
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };

  return {
    pid: child.pid ?? 0,
    port,
    url: `http://localhost:${port}`,
    dataDirectory: directory,
    printed,
    logged,
    ready,
    ended,
    ask,
    api: async (method, path, asking = {}) =>
      ask(method, `/api/v1${path}`, { ...asking, cookie: asking.cookie === undefined ? await ownCookie() : asking.cookie }),
    signIn,
    async stop(signal = 'SIGTERM') {
      const asked = performance.now();
      return { ...(await kill(signal)), millis: performance.now() - asked };
    },
    async kill() {
      await kill('SIGKILL');
    },
    leftovers: () => processesIn(directory),
    async end() {
      if (!hasEnded()) await kill('SIGKILL');
      endProcessesIn(directory);
      if (dataDirectory === undefined) rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** The one-time set-up address that a start on an empty installation has printed; empty where it printed none. */
export const setUpAddress = (server: ServerProcess): string => /http\S+\/console\/setup\/[\w-]{43}/.exec(server.printed())?.[0] ?? '';

/** Sets up as the wizard behind that address does. */
export async function setUp(server: ServerProcess): Promise<void> {
  const { email, password, workspace } = administrator;
  const choices = { language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin', name: 'Frau Amsel' };
  const secret = setUpAddress(server).split('/').at(-1);
  const answer = await server.ask('POST', '/api/v1/setup', { body: { ...choices, secret, workspace, email, password } });
  if (answer.status !== 201) throw new Error(`The server could not be set up: ${answer.text}`);
}

export type CommandOptions = { dataDirectory: string; environment?: Record<string, string>; port?: number; workingDirectory?: string };

/** Runs `pforte …` to its end. */
export async function runPforte(
  args: string[],
  { dataDirectory, environment = {}, port = 4000, workingDirectory = '/' }: CommandOptions,
): Promise<Ended & { printed: string; complained: string }> {
  const env = environmentOf(dataDirectory, port, environment);
  const child = spawn(process.execPath, [commandLine, ...args], { cwd: workingDirectory, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { printed, logged, ended } = listenTo(child);
  return { ...(await ended), printed: printed(), complained: logged() };
}

const firstAdministrator = {
  PFORTE_ADMIN_EMAIL: administrator.email,
  PFORTE_ADMIN_PASSWORD: administrator.password,
  PFORTE_WORKSPACE: administrator.workspace,
};

/** Nothing of the developer's own environment: a DATABASE_URL in it would be somebody's database. */
const environmentOf = (directory: string, port: number, given: Record<string, string>) => ({
  PATH: process.env.PATH,
  PFORTE_DATA: directory,
  PFORTE_PORT: String(port),
  PFORTE_LOG_LEVEL: 'warn',
  // So many short processes would spend a sixth of their time on compiling the same files; this is where Node.js keeps them by itself.
  NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
  ...given,
});

function listenTo(child: ChildProcess) {
  const texts = { printed: '', logged: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    texts.printed += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    texts.logged += text;
  });
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      over = true;
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { printed: () => texts.printed, logged: () => texts.logged, ended, hasEnded: () => over };
}

const noAnswer = () => undefined;
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer();
    socket.once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
