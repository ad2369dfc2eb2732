import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './version-store.ts';

const ofAll = { workspaceId: sampleId<'workspace'>(), templateKey: 'welcome', variant: 'de', portalId: null } as const;
const ofPortal = { ...ofAll, portalId: sampleId<'portal'>() };

export const samples: SamplesOf<typeof store> = {
  insertVersion: (tx) =>
    store.insertVersion(tx, {
      ...ofAll,
      id: sampleId<'mail-template-version'>(),
      number: 1,
      content: {},
      createdAt: sampleInstant,
      userId: sampleId<'user'>(),
      userName: 'Petra Amsel',
    }),
  listNewestVersions: {
    'of all portals': (tx) => store.listNewestVersions(tx, ofAll),
    'of one portal': (tx) => store.listNewestVersions(tx, ofPortal),
  },
  listVersions: {
    'of all portals': (tx) => store.listVersions(tx, ofAll, 50),
    'of one portal': (tx) => store.listVersions(tx, ofPortal, 50),
  },
  findVersion: {
    'of all portals': (tx) => store.findVersion(tx, ofAll, 3),
    'of one portal': (tx) => store.findVersion(tx, ofPortal, 3),
  },
  listAdaptations: (tx) => store.listAdaptations(tx, ofAll.workspaceId),
};
