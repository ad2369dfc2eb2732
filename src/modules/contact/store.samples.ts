import { type Answer, answered, type Sample, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../platform/http/list-page.ts';
import type { Contact } from './contact.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const contact: Omit<Contact, 'version' | 'company'> = {
  id: sampleId(),
  customerId: sampleId(),
  salutation: 'frau',
  title: null,
  firstName: 'Anna',
  lastName: 'Amsel',
  email: 'anna@example.com',
  phones: ['+49 30 1234'],
  language: 'de',
  addressForm: 'sie',
  externalId: 'K-1',
  createdAt: sampleInstant,
  updatedAt: sampleInstant,
};
const { id, createdAt: _, ...change } = contact;
const row = { ...contact, sortKey: '' };

const list = (query: Partial<store.ContactQuery>, answers: Answer[] = []): Sample =>
  answered(answers, (tx) => store.listContacts(tx, workspaceId, { limit: 50, ...query }, sampleInstant));
const beside = (direction: Cursor['direction']) => writeCursor({ direction, key: 'amsel anna', id }, { name: 'contact:name', key: 'text' });
const afterNewest = writeCursor(
  { direction: 'forward', key: sampleInstant.toISOString(), id },
  { name: 'contact:-updatedAt', key: 'instant' },
);

export const samples: SamplesOf<typeof store> = {
  findContact: (tx) => store.findContact(tx, workspaceId, id),
  lockContact: (tx) => store.lockContact(tx, workspaceId, id),
  insertContact: answered([[contact]], (tx) => store.insertContact(tx, workspaceId, contact)),
  saveContact: answered([[contact]], (tx) => store.saveContact(tx, workspaceId, id, change)),
  deleteContactRow: (tx) => store.deleteContactRow(tx, workspaceId, id),
  listContacts: {
    'by name': list({}),
    'by name, more than ten thousand': list({}, [[row], [{ count: 10_001 }]]),
    'by name, the next page': list({ cursor: beside('forward') }),
    'by name, the page before': list({ cursor: beside('backward') }),
    'by name, backwards': list({ sort: '-name' }),
    'by the last change': list({ sort: 'updatedAt' }),
    'by the last change, the newest first, the next page': list({ sort: '-updatedAt', cursor: afterNewest }),
    'of a company': list({ customerId: contact.customerId }),
    'with access': list({ access: 'with' }),
    'without access': list({ access: 'without' }),
    invited: list({ access: 'invited' }),
    'search, found as typed': list({ q: 'Anna Amsel' }, [[row]]),
    'search, found as similar': list({ q: 'Amslé', customerId: contact.customerId }, [[], [], [row]]),
  },
  listNewestLinkMails: (tx) => store.listNewestLinkMails(tx, workspaceId, [sampleId<'account'>()]),
  listContactsByAddress: (tx) => store.listContactsByAddress(tx, workspaceId, 'anna@example.com'),
};
