import pg from 'pg';
import { AccessFilterQuery } from '../src/modules/portal-access/list/contract.ts';
import { countAccessViews, listAccesses } from '../src/modules/portal-access/list/list-accesses.ts';
import type { AccessQuery } from '../src/modules/portal-access/list/list-store.ts';
import { presentAccesses } from '../src/modules/portal-access/views.ts';
import type { Work } from '../src/platform/work.ts';
import { benchNow, benchPortals, benchWorkspace, openBenchAccesses } from './access-fill.ts';
import type { Workload } from './run.ts';

type Bench = Awaited<ReturnType<typeof openBenchAccesses>>;
type Asked = Partial<AccessQuery> & { q?: string };

const percentile = (values: number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What a request does, without HTTP: a transaction, the page of 50, and all that a row shows. */
const inWork = <Result>({ db }: Bench, run: (work: Work) => Promise<Result>): Promise<Result> =>
  db.transaction().execute((tx) =>
    run({
      tx,
      now: benchNow,
      actor: { kind: 'system' },
      workspace: { id: benchWorkspace, timeZone: 'Europe/Berlin' },
    } as unknown as Work),
  );

const readPage = (bench: Bench, query: Asked) =>
  inWork(bench, async (work) => {
    const page = await listAccesses(work, { limit: 50, ...query });
    return { ...page, items: await presentAccesses(work, page.items, 'de') };
  });

async function measure(tell: (line: string) => void, name: string, turns: number, run: (turn: number) => Promise<unknown>): Promise<void> {
  await run(0);
  await run(1);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const begun = performance.now();
    await run(turn);
    times.push(performance.now() - begun);
  }
  tell(
    `${name.padEnd(46)} p50 ${percentile(times, 0.5).toFixed(1).padStart(7)} ms   p95 ${percentile(times, 0.95).toFixed(1).padStart(7)} ms`,
  );
}

const names = ['müller', 'schmidt', 'amsel', 'kessl', 'yılmaz', 'jörg', 'theresa', 'stein', 'hoff', 'dvořák'];

async function figures(bench: Bench, tell: (line: string) => void): Promise<void> {
  const page = (query: Asked) => () => readPage(bench, query);
  await measure(tell, 'first page', 60, page({}));
  await measure(tell, 'first page of one portal', 60, page({ portalId: [benchPortals[1]] }));
  const sorts = ['-name', 'createdAt', '-createdAt', 'lastSignInAt', '-lastSignInAt', 'expiresOn', '-expiresOn'] as const;
  for (const sort of sorts) await measure(tell, `first page by ${sort}`, 20, page({ sort }));
  for (const sort of ['name', '-createdAt', '-lastSignInAt'] as const) {
    let cursor: string | undefined;
    const jumps: string[] = [];
    const letters = 'abcdefghijklmnoprstuvwz';
    for (let turn = 0; turn < 60; turn++) {
      const at = new Date(benchNow.getTime() - turn * 3_000_000_000 * 0.1).toISOString();
      const key = sort === 'name' ? `${letters[turn % letters.length]}${letters[(turn * 7) % letters.length]}` : at;
      jumps.push(Buffer.from(JSON.stringify(['f', `access:${sort}`, key, '00000000-0000-0000-0000-000000000000'])).toString('base64url'));
    }
    await measure(tell, `deep page by ${sort}`, 60, (turn) => readPage(bench, { sort, cursor: jumps[turn] ?? cursor }));
  }
  await measure(tell, 'search: part of a name', 60, (turn) => readPage(bench, { q: names[turn % names.length] ?? '' }));
  await measure(tell, 'search: first and last name', 60, (turn) => readPage(bench, { q: `anna ${names[turn % names.length]}` }));
  await measure(tell, 'search: part of an address', 60, (turn) => readPage(bench, { q: `.${turn * 1009 + 77}@beispiel` }));
  await measure(tell, 'search: start of an address', 60, (turn) =>
    readPage(bench, { q: `anna.${names[turn % names.length]?.slice(0, 4)}` }),
  );
  await measure(tell, 'search: number', 60, (turn) => readPage(bench, { q: `P-${20_000 + turn * 997}` }));
  await measure(tell, 'search: in every row (example)', 20, page({ q: 'example' }));
  await measure(tell, 'search: two letters (zz)', 5, page({ q: 'zz' }));
  await measure(tell, 'search: typing mistake', 20, (turn) =>
    readPage(bench, { q: ['schmitd', 'kesssler', 'mülller', 'tehresa'][turn % 4] ?? '' }),
  );
  await measure(tell, 'search: nobody', 10, (turn) => readPage(bench, { q: `qqxxzzv${turn}` }));
  await measure(tell, 'saved view counts', 40, () => inWork(bench, (work) => countAccessViews(work, {})));
  await measure(tell, 'saved view counts of one portal', 40, () =>
    inWork(bench, (work) => countAccessViews(work, { portalId: [benchPortals[1]] })),
  );
  for (const [name, filter] of Object.entries(filters)) await measure(tell, `filter ${name}`, 20, page(AccessFilterQuery.parse(filter)));
}

const filters = {
  invited: { registration: 'invited' },
  'never signed in': { registration: 'registered,email-change', neverSignedIn: 'true' },
  expiring: { expiry: 'soon' },
  expired: { expiry: 'expired' },
  blocked: { granted: 'false' },
  pending: { assignment: 'pending' },
  'mail failed': { mail: 'failed' },
  admitted: { admission: 'admitted' },
  denied: { admission: 'denied' },
  'no password': { admission: 'no-credential' },
  'company closed': { admission: 'company-closed' },
  'e-mail change': { registration: 'email-change' },
  registered: { registration: 'registered' },
  'role team-admin': { role: 'team-admin' },
  customer: { customerId: '01980000-0001-7000-8000-000000000007' },
  'open, invited before': { registration: 'invited,activation-sent', invitedBefore: '2025-01-01' },
} as const;

/** What a thousand new accesses cost, with all that triggers and indexes do about them. */
async function give(bench: Bench, tell: (line: string) => void): Promise<void> {
  const client = new pg.Client({ ...bench.owner } as pg.ClientConfig);
  await client.connect();
  const begun = performance.now();
  await client.query('begin');
  await client.query(
    `insert into account (workspace_id, id, kind, account_name, account_name_key, email, created_at)
     select $1, gen_random_uuid(), 'portal', 'give.' || n || '@give.example', 'give.' || n || '@give.example', 'give.' || n || '@give.example', $2
     from generate_series(1, 1000) as n`,
    [benchWorkspace, benchNow],
  );
  const inserted = performance.now();
  await client.query(
    `insert into access (workspace_id, id, account_id, portal_id, role, created_at)
     select workspace_id, gen_random_uuid(), id, $2, 'customer', $3 from account where workspace_id = $1 and account_name_key like 'give.%'`,
    [benchWorkspace, benchPortals[0], benchNow],
  );
  await client.query(
    `insert into assignment (workspace_id, access_id, contact_id, assigned_at)
     select $1, access.id, ('01980000-0002-7000-8000-' || lpad(to_hex((row_number() over ())::int), 12, '0'))::uuid, $2
     from access join account on account.workspace_id = $1 and account.id = access.account_id
     where access.workspace_id = $1 and account.account_name_key like 'give.%'`,
    [benchWorkspace, benchNow],
  );
  const given = performance.now();
  await client.query('commit');
  const done = performance.now();
  tell(
    `giving 1,000 accesses: ${(done - begun).toFixed(0)} ms (accounts ${(inserted - begun).toFixed(0)}, accesses and assignments ${(given - inserted).toFixed(0)}, commit with the deferred triggers ${(done - given).toFixed(0)})`,
  );
  const signIns: number[] = [];
  for (let turn = 0; turn < 300; turn++) {
    const start = performance.now();
    await client.query(`update access set last_sign_in_at = now() where workspace_id = $1 and id = $2`, [
      benchWorkspace,
      `01980000-0004-7000-8000-${(turn * 331 + 1).toString(16).padStart(12, '0')}`,
    ]);
    signIns.push(performance.now() - start);
  }
  tell(`noting a sign-in: p50 ${percentile(signIns, 0.5).toFixed(2)} ms, p95 ${percentile(signIns, 0.95).toFixed(2)} ms`);
  await client.end();
}

const workload = (count: number): Workload => ({
  name: String(count),
  async run(tell) {
    const begun = performance.now();
    const bench = await openBenchAccesses(count);
    tell(`${count} accesses filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    try {
      await figures(bench, tell);
      await give(bench, tell);
    } finally {
      await bench.close();
    }
  },
});

export const workloads: Workload[] = [workload(100_000), workload(1_000_000)];
