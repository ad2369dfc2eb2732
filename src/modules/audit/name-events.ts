import type { Tx } from '../../platform/work.ts';
import type { Workspace } from '../workspace/index.ts';
import { isProvenBySubject } from './audit.ts';
import { listAccountNames, listContactNames, listCustomerNames, listHolders, listPortalNames, listUserNames } from './name-store.ts';
import type { ListedEvent } from './store.ts';

/** What a person reads instead of an id; `contactId` where there is a page about them. */
type Named = { name: string | null; contactId: string | null };

export type NamedEvent = ListedEvent & {
  actorContactId: string | null;
  onBehalfOfName: string | null;
  onBehalfOfContactId: string | null;
  subjectName: string | null;
  subjectContactId: string | null;
};

const nobody: Named = { name: null, contactId: null };

/**
 * Puts names beside the ids of events: whom each is about, and who acted. Whoever proved who they are by a password or a link, but was not signed in yet,
 * is the holder of the account it is about. Names are those of today; of what is gone, what the event itself still keeps.
 */
export async function nameEvents(tx: Tx, workspace: Pick<Workspace, 'id' | 'name'>, events: readonly ListedEvent[]): Promise<NamedEvent[]> {
  const find = await readNames(tx, workspace, events);
  return events.map((event) => {
    const found = find(event.subjectType, event.subjectId);
    const subject = found.name ? found : { ...found, name: nameIn(event.personal) };
    const actor = actorOf(event, subject, find);
    const principal = event.onBehalfOf ? find('account', event.onBehalfOf) : nobody;
    return {
      ...event,
      actorName: event.actorName ?? actor.name,
      actorContactId: actor.contactId,
      onBehalfOfName: principal.name,
      onBehalfOfContactId: principal.contactId,
      subjectName: subject.name,
      subjectContactId: subject.contactId,
    };
  });
}

type Find = (type: string, id: string) => Named;

function actorOf(event: ListedEvent, subject: Named, find: Find): Named {
  if (event.actorKind === 'person' && event.actorId) return find('account', event.actorId);
  return event.actorKind === 'anonymous' && isProvenBySubject(event) ? subject : nobody;
}

async function readNames(tx: Tx, workspace: Pick<Workspace, 'id' | 'name'>, events: readonly ListedEvent[]): Promise<Find> {
  const idsOf = (type: string) => [...new Set(events.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId))];
  const persons = events.flatMap(({ actorKind, actorId, onBehalfOf }) => [
    ...(actorKind === 'person' && actorId ? [actorId] : []),
    ...(onBehalfOf ? [onBehalfOf] : []),
  ]);
  const accountIds = [...new Set([...idsOf('account'), ...persons])];
  const accessIds = idsOf('access');
  const names = new Map<string, Named>();
  const put = (type: string, id: string, named: Named) => {
    if (!names.has(`${type} ${id}`)) names.set(`${type} ${id}`, named);
  };

  if (accountIds.length || accessIds.length) {
    for (const holder of await listHolders(tx, workspace.id, accountIds, accessIds)) {
      const named = { name: fullName(holder), contactId: holder.contactId };
      put('account', holder.accountId, named);
      put('access', holder.accessId, named);
    }
  }
  for (const [type, list] of plainLists) {
    const ids = type === 'account' ? accountIds : idsOf(type);
    if (ids.length) for (const { id, ...named } of await list(tx, workspace.id, ids)) put(type, id, named);
  }
  return (type, id) => (type === 'workspace' ? { name: workspace.name, contactId: null } : (names.get(`${type} ${id}`) ?? nobody));
}

type List = (tx: Tx, workspaceId: Workspace['id'], ids: string[]) => Promise<(Named & { id: string })[]>;

const plainLists: [string, List][] = [
  [
    'contact',
    async (...asked) => (await listContactNames(...asked)).map((row) => ({ id: row.id, name: fullName(row), contactId: row.id })),
  ],
  ['customer', async (...asked) => (await listCustomerNames(...asked)).map(({ id, name }) => ({ id, name, contactId: null }))],
  ['portal', async (...asked) => (await listPortalNames(...asked)).map(({ id, name }) => ({ id, name, contactId: null }))],
  ['user', async (...asked) => (await listUserNames(...asked)).map(({ id, name }) => ({ id, name, contactId: null }))],
  [
    'account',
    async (...asked) =>
      (await listAccountNames(...asked)).map(({ id, name, accountName }) => ({ id, name: name ?? accountName, contactId: null })),
  ],
];

const fullName = ({ title, firstName, lastName }: { title: string | null; firstName: string; lastName: string }): string =>
  [title, firstName, lastName].filter(Boolean).join(' ');

/** The name that the event's own details tell: of a person, a company, or an account. */
function nameIn(personal: unknown): string | null {
  const whole = fieldsOf(personal);
  const { title, firstName, lastName, name, accountName } = { ...whole, ...fieldsOf(whole.before), ...fieldsOf(whole.after) };
  const told = [title, firstName, lastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
  if (told) return told;
  return [name, accountName].find((part): part is string => typeof part === 'string' && part !== '') ?? null;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
