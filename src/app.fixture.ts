import { type App, createApp } from './app.ts';
import { addWorkspace } from './first-start.ts';
import type { Schema } from './modules/schema.ts';
import type { Workspace } from './modules/workspace/index.ts';
import { hours, turnedClock } from './platform/clock.ts';
import { type TestDatabase, testDatabase } from './platform/db/db.fixture.ts';
import type { Resolver } from './platform/dns/resolver.ts';
import { silentResolver } from './platform/dns/zone.fixture.ts';
import { createLog } from './platform/log.ts';
import type { Settings } from './platform/settings.ts';
import { readSettings } from './platform/settings.ts';
import type { Urls } from './platform/urls.ts';

export const administrator = { email: 'chefin@muster.example', password: 'drei Eimer Kies im Garten' };

/** A whole server on a database of its own, without a socket; its clock stands at 2026-03-10 09:00 UTC until it is turned. */
export type TestApp = App & {
  database: TestDatabase<Schema>;
  clock: ReturnType<typeof turnedClock>;
  workspace: Workspace;
  urls: Urls;
  settings: Settings;
  /** A request as the console sends it: JSON, with the administrator's cookie unless another is given. */
  api<Body = unknown>(method: string, path: string, options?: ApiOptions): Promise<ApiAnswer<Body>>;
  /** Signs in to the console; answers the cookie. */
  signIn(accountName?: string, password?: string): Promise<string>;
  /** A request as a browser sends a page or a form. */
  page(method: 'GET' | 'POST' | 'HEAD', path: string, options?: PageOptions): Promise<PageAnswer>;
  /** Lets mails and jobs that are due happen now. */
  work(): Promise<void>;
  /** The mails in the test mailbox, the newest first. */
  mails(): Promise<{ recipient: string; subject: string; text: string; html: string }[]>;
};

type ApiOptions = { body?: unknown; cookie?: string | null; headers?: Record<string, string>; query?: Record<string, string> };
type ApiAnswer<Body> = { status: number; body: Body; headers: Record<string, unknown>; cookie: string };
/** `network`: the address that the request comes from. */
type PageOptions = { form?: Record<string, string>; cookie?: string; headers?: Record<string, string>; network?: string };
type PageAnswer = { status: number; text: string; headers: Record<string, unknown>; location: string | undefined; cookie: string };

/** To be called at the top of a test file. `environment` holds settings as an operator would write them. Without a `resolver` DNS is silent. */
export async function testApp(
  environment: Record<string, string> = {},
  { resolver = silentResolver }: { resolver?: Resolver } = {},
): Promise<TestApp> {
  const database = await testDatabase<Schema>();
  const read = readSettings({ PFORTE_LOG_LEVEL: 'silent', ...environment }, () => '');
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  const { settings } = read;
  const clock = turnedClock('2026-03-10T09:00:00Z');
  const urls = { baseUrl: settings.baseUrl ?? 'http://localhost:4000', baseDomain: settings.baseDomain };
  const app = await createApp({
    settings,
    urls,
    db: database.db,
    clock,
    monotonic: () => clock.now().getTime(),
    log: createLog(settings.logLevel ?? 'info'),
    version: 'test',
    secretKey: 'a key for tests, not for anything else',
    consoleDirectory: '',
    resolver,
  });
  const order = { workspace: 'Muster Energie GmbH', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' } as const;
  const workspace = await addWorkspace({ app, settings, urls, db: database.db, now: clock.now() }, order, administrator);
  const host = new URL(workspace.baseUrl).host;
  let own: { cookie: string; since: number } | undefined;
  // A turned clock ends sessions; the tests' own administrator then simply signs in again.
  const ownCookie = async () => {
    const now = clock.now().getTime();
    if (!own || Math.abs(now - own.since) > hours(1)) own = { cookie: await tools.signIn(), since: now };
    return own.cookie;
  };

  const tools: Omit<TestApp, keyof App | 'database' | 'clock' | 'workspace' | 'urls' | 'settings'> = {
    async api<Body>(method: string, path: string, { body, cookie, headers, query }: ApiOptions = {}) {
      const sent = cookie === undefined ? await ownCookie() : cookie;
      const response = await app.server.inject({
        method: method as 'GET',
        url: `/api/v1${path}`,
        headers: { host, ...(sent && { cookie: sent }), ...headers },
        ...(query && { query }),
        ...(body !== undefined && { payload: body as object }),
      });
      return {
        status: response.statusCode,
        body: (response.body ? JSON.parse(response.body) : undefined) as Body,
        headers: response.headers,
        cookie: cookieOf(response.headers['set-cookie']),
      };
    },
    async signIn(accountName = administrator.email, password = administrator.password) {
      const { status, cookie, body } = await tools.api('POST', '/sessions', { cookie: null, body: { accountName, password } });
      if (status !== 201) throw new Error(`The test could not sign in: ${JSON.stringify(body)}`);
      return cookie;
    },
    async page(method, path, { form, cookie, headers, network } = {}) {
      const response = await app.server.inject({
        method,
        url: path,
        ...(network && { remoteAddress: network }),
        headers: {
          host,
          accept: 'text/html',
          'accept-language': 'de',
          ...(cookie && { cookie }),
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
        ...(form && { payload: new URLSearchParams(form).toString() }),
      });
      return {
        status: response.statusCode,
        text: response.body,
        headers: response.headers,
        location: response.headers.location?.toString(),
        cookie: cookieOf(response.headers['set-cookie']),
      };
    },
    async work() {
      await app.workers.registrations.drain();
      await app.workers.resets.drain();
      await app.workers.mail.drain();
    },
    async mails() {
      return database.db
        .selectFrom('testMail')
        .select(['recipient', 'subject', 'text', 'html'])
        .where('workspaceId', '=', workspace.id)
        .orderBy('receivedAt', 'desc')
        .orderBy('id', 'desc')
        .execute();
    },
  };
  return { ...app, ...tools, database, clock, workspace, urls, settings };
}

/** `name=value` of every cookie that an answer set, as the next request sends them back. */
const cookieOf = (header: string | string[] | undefined): string =>
  [header ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
