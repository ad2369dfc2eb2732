import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { Consent } from './consent.ts';
import * as store from './consent-store.ts';

const workspaceId = sampleId<'workspace'>();
const portalId = sampleId<'portal'>();
const consent: Consent = { portalId, key: 'datenschutz', version: 1, textDe: '', textEn: '', url: null, required: true };

export const samples: SamplesOf<typeof store> = {
  listConsents: (tx) => store.listConsents(tx, workspaceId, [portalId, portalId]),
  listWordings: (tx) => store.listWordings(tx, workspaceId, portalId),
  insertConsent: (tx) => store.insertConsent(tx, workspaceId, consent, 1, sampleInstant),
  saveConsent: (tx) => store.saveConsent(tx, workspaceId, consent, 1),
  retireConsents: (tx) => store.retireConsents(tx, workspaceId, portalId, ['datenschutz', 'agb'], sampleInstant),
};
