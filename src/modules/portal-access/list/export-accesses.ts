import { dayIn } from '../../../platform/clock.ts';
import { byteOrderMark, csvRow } from '../../../platform/csv.ts';
import type { StreamedFile } from '../../../platform/http/contract.ts';
import type { Call } from '../../../platform/http/serve.ts';
import { type Language, languageOf } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { listPortals, listRoles, roleName } from '../../portal/index.ts';
import type { AccessView } from '../contract.ts';
import { presentAccesses } from '../views.ts';
import type { AccessFilter } from './contract.ts';
import { accessesInOrder, nextAccesses } from './list-accesses.ts';
import type { AccessSort, Mark } from './list-store.ts';
import { accessListPhrases } from './phrases.ts';

/** So many rows are read at a time, each time in a transaction of their own: a slow reader holds no connection. */
const rowsAtOnce = 1000;

/**
 * All accesses that a list shows, in its order, as a table with the words of the caller's language. That somebody takes them away is an event, written
 * before the first row leaves.
 */
export async function exportAccesses(call: Call, filter: AccessFilter, sort: AccessSort | undefined): Promise<StreamedFile> {
  await call.perform(recordExport, filter);
  return {
    name: `${languageOf(call.variant) === 'de' ? 'portal-zugaenge' : 'portal-accesses'}-${dayIn(call.workspace.timeZone, call.now)}.csv`,
    chunks: rows(call, filter, sort),
  };
}

/** The search may hold a name, which is kept apart so that it can be erased. */
async function recordExport({ record, workspace }: Work, { q, ...filter }: AccessFilter): Promise<void> {
  record('access.exported', { type: 'workspace', id: workspace.id }, { after: filter, personal: q ? { search: q } : {} });
}

async function* rows({ perform, variant, workspace }: Call, filter: AccessFilter, sort: AccessSort | undefined): AsyncGenerator<string> {
  const t = accessListPhrases(variant);
  const roles = await perform(nameRoles, languageOf(variant));
  const separator = languageOf(variant) === 'de' ? ';' : ',';
  yield byteOrderMark +
    csvRow(
      columns.map((column) => t(column)),
      separator,
    );
  for (let after: Mark | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const stretch = await perform(async (work) => {
      const { ids, end } = await nextAccesses(work, filter, { sort, after, limit: rowsAtOnce });
      return { end, views: await presentAccesses(work, await accessesInOrder(work, ids), variant) };
    });
    yield stretch.views.map((view) => csvRow(cellsOf(view, { t, roles, timeZone: workspace.timeZone }), separator)).join('');
    after = stretch.end;
  }
}

const columns = [
  'name',
  'accountName',
  'email',
  'source',
  'company',
  'role',
  'assignment',
  'registration',
  'admission',
  'reason',
  'lastSignIn',
  'invitedAt',
  'registeredAt',
  'createdAt',
  'expiresOn',
] as const;

type Words = ReturnType<typeof accessListPhrases>;

/** What the roles of each portal are called; the key holds both, because every portal names its own. */
async function nameRoles({ tx, workspace }: Work, language: Language): Promise<ReadonlyMap<string, string>> {
  const portals = await listPortals(tx, workspace.id);
  const roles = await listRoles(
    tx,
    workspace.id,
    portals.map(({ id }) => id),
  );
  return new Map(roles.map((role) => [`${role.portalId} ${role.key}`, roleName(role, language)]));
}

type Shown = { t: Words; roles: ReadonlyMap<string, string>; timeZone: string };

function cellsOf(access: AccessView, { t, roles, timeZone }: Shown): string[] {
  const at = (instant: string | null) => (instant ? stamp(new Date(instant), timeZone) : '');
  const cells: Record<(typeof columns)[number], string> = {
    name: access.name,
    accountName: access.accountName,
    email: access.email,
    source: access.portal.name,
    company: [...new Set(access.contacts.map(({ customerName }) => customerName))].join(', '),
    role: roles.get(`${access.portal.id} ${access.role}`) ?? access.role,
    assignment: t(`assignment-${access.assignment}`),
    registration: t(`registration-${access.registration}`),
    admission: t(access.admitted ? 'yes' : 'no'),
    reason: access.admitted ? '' : access.sentence,
    lastSignIn: at(access.lastSignInAt),
    invitedAt: at(access.invitedAt),
    registeredAt: at(access.registeredAt),
    createdAt: at(access.createdAt),
    expiresOn: access.expiresOn ?? '',
  };
  return columns.map((column) => cells[column]);
}

/** „2026-03-10 09:05“: a form that spreadsheets of every country read as a time. */
const stamp = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
