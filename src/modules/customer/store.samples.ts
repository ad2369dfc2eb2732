import { type Answer, answered, type Sample, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import { type Cursor, writeCursor } from '../../platform/http/list-page.ts';
import type { Customer } from './customer.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const customer: Omit<Customer, 'version'> = {
  id: sampleId(),
  name: 'Stadtwerke Musterstadt',
  externalId: '1001',
  street: 'Am Markt 1',
  postalCode: '12345',
  city: 'Musterstadt',
  country: 'DE',
  closedAt: null,
  createdAt: sampleInstant,
  updatedAt: sampleInstant,
};
const { id, createdAt: _, ...change } = customer;
const row = { ...customer, sortKey: '' };

const list = (query: Partial<Parameters<typeof store.listCustomers>[2]>, answers: Answer[] = []): Sample =>
  answered(answers, (tx) => store.listCustomers(tx, workspaceId, { limit: 50, ...query }));
const beside = (direction: Cursor['direction']) =>
  writeCursor({ direction, key: 'stadtwerke', id }, { name: 'customer:name', key: 'text' });
const afterNewest = writeCursor(
  { direction: 'forward', key: sampleInstant.toISOString(), id },
  { name: 'customer:-updatedAt', key: 'instant' },
);

export const samples: SamplesOf<typeof store> = {
  findCustomer: (tx) => store.findCustomer(tx, workspaceId, id),
  lockCustomer: (tx) => store.lockCustomer(tx, workspaceId, id),
  holdCustomer: (tx) => store.holdCustomer(tx, workspaceId, id),
  countContactsOf: (tx) => store.countContactsOf(tx, workspaceId, [id, id]),
  insertCustomer: (tx) => store.insertCustomer(tx, workspaceId, customer),
  saveCustomer: answered([[customer]], (tx) => store.saveCustomer(tx, workspaceId, id, change)),
  deleteCustomerRow: (tx) => store.deleteCustomerRow(tx, workspaceId, id),
  listCustomers: {
    'by name': list({}, [[row]]),
    'by name, more than ten thousand': list({}, [[row], [{ count: 10_001 }]]),
    'by name, the next page': list({ cursor: beside('forward') }),
    'by name, the page before': list({ cursor: beside('backward') }),
    'by name, backwards': list({ sort: '-name' }),
    'by the last change': list({ sort: 'updatedAt' }),
    'by the last change, the newest first, the next page': list({ sort: '-updatedAt', cursor: afterNewest }),
    'search, found as typed': list({ q: 'Stadtwerke Muster' }, [[row], [row]]),
    'search, found as similar': list({ q: 'Stadtwreke' }, [[], [], [row], [row]]),
  },
};
