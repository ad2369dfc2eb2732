import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { Registration, Typed } from './registration.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();
const portalId = sampleId<'portal'>();
const typed: Typed = {
  salutation: null,
  firstName: 'Anna',
  lastName: 'Amsel',
  customerNumber: null,
  postalCode: null,
  companyName: null,
  consents: [{ key: 'agb', version: 1 }],
  variant: 'de',
};
const registration: Registration = {
  ...typed,
  id: sampleId<'registration'>(),
  accountId,
  portalId,
  passwordHash: '',
  requestedAt: sampleInstant,
  mailedAt: sampleInstant,
  activatedAt: null,
  refusedAt: null,
};
const requestId = sampleId<'registration-request'>();

export const samples: SamplesOf<typeof store> = {
  insertRequest: (tx) =>
    store.insertRequest(tx, workspaceId, {
      ...typed,
      id: requestId,
      portalId,
      email: 'anna@example.com',
      passwordHash: '',
      requestedAt: sampleInstant,
    }),
  takeRequest: (tx) => store.takeRequest(tx, workspaceId),
  countFailedTry: answered([[{ tries: 5 }]], (tx) => store.countFailedTry(tx, workspaceId, requestId, 5)),
  dropRequest: (tx) => store.dropRequest(tx, workspaceId, requestId),
  findRegistration: (tx) => store.findRegistration(tx, workspaceId, accountId, portalId),
  putRegistration: (tx) => store.putRegistration(tx, workspaceId, registration),
  saveRegistration: (tx) => store.saveRegistration(tx, workspaceId, registration.id, { activatedAt: sampleInstant, passwordHash: null }),
  markActivationSent: (tx) =>
    store.markActivationSent(tx, workspaceId, sampleId<'access'>(), { givenName: 'Anna Amsel', now: sampleInstant }),
  markActivated: (tx) => store.markActivated(tx, workspaceId, sampleId<'access'>(), sampleInstant),
  insertConsents: (tx) => store.insertConsents(tx, workspaceId, registration, sampleInstant),
  listConsentsGiven: (tx) => store.listConsentsGiven(tx, workspaceId, accountId, portalId),
  spendProof: (tx) => store.spendProof(tx, workspaceId, { challenge: '', expiresAt: sampleInstant }),
  deleteOldProofs: (tx) => store.deleteOldProofs(tx, workspaceId, sampleInstant),
};
