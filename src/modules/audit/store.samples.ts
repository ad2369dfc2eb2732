import { answered, type Sample, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../platform/http/list-page.ts';
import { chainStart } from './audit.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const event: store.EventTable = {
  workspaceId,
  sequence: 1,
  id: sampleId<'event'>(),
  at: sampleInstant,
  name: 'access.blocked',
  actorKind: 'user',
  actorId: sampleId<'user'>(),
  onBehalfOf: null,
  subjectType: 'access',
  subjectId: sampleId<'access'>(),
  change: {},
  commitment: chainStart,
  previousHash: chainStart,
  hash: chainStart,
};
const detail: store.EventDetailTable = { workspaceId, sequence: 1, salt: chainStart, personal: {} };
const head: store.EventHeadTable = { workspaceId, sequence: 0, hash: chainStart };

const list = (query: Partial<Parameters<typeof store.listEvents>[2]>): Sample =>
  answered([[{ total: 0 }]], (tx) => store.listEvents(tx, workspaceId, { limit: 50, ...query }));
const beside = (direction: Cursor['direction']) => writeCursor({ direction, key: '7', id: event.id }, { name: 'event', key: 'number' });

export const samples: SamplesOf<typeof store> = {
  lockHead: answered([[], [head]], (tx) => store.lockHead(tx, workspaceId)),
  appendEvents: {
    'without personal details': (tx) => store.appendEvents(tx, workspaceId, [event], []),
    'two, one with personal details': (tx) => store.appendEvents(tx, workspaceId, [event, event], [detail]),
  },
  findHead: (tx) => store.findHead(tx, workspaceId),
  readChain: (tx) => store.readChain(tx, workspaceId, 0),
  listEvents: {
    all: list({}),
    'of a subject': list({ subjectType: event.subjectType, subjectId: event.subjectId }),
    'of a name': list({ name: event.name }),
    'the next page': list({ cursor: beside('forward') }),
    'the page before': list({ cursor: beside('backward') }),
  },
};
