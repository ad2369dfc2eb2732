import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import type { Hints } from './candidate.ts';
import * as store from './candidate-store.ts';

const workspaceId = sampleId<'workspace'>();
const nothing: Hints = { email: 'a@b.example', nameWords: [], name: '', number: null, phone: null, postcode: null, company: null };
const everything: Hints = {
  email: 'anna@nordbau.example',
  nameWords: ['Anna', 'Amsel'],
  name: 'Anna Amsel',
  number: 'K-1',
  phone: '030 12',
  postcode: '10115',
  company: 'Nordbau',
};

export const samples: SamplesOf<typeof store> = {
  findGiven: (tx) => store.findGiven(tx, workspaceId, sampleId<'access'>()),
  lockContactForAssignment: (tx) => store.lockContactForAssignment(tx, workspaceId, sampleId<'contact'>()),
  listLikelyContacts: {
    'by everything': (tx) => store.listLikelyContacts(tx, workspaceId, everything),
    'by the address alone': (tx) => store.listLikelyContacts(tx, workspaceId, nothing),
  },
  searchCandidates: {
    'by words': (tx) => store.searchCandidates(tx, workspaceId, ['anna', 'amsel'], nothing),
    'by a telephone number': (tx) => store.searchCandidates(tx, workspaceId, ['030123456'], everything),
  },
};
