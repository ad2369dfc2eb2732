import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import type { AccessFilter } from './contract.ts';
import type * as store from './filter-store.ts';
import { conditionOf } from './filter-store.ts';

const by = (filter: AccessFilter) => () => conditionOf(sampleId<'workspace'>(), filter, { now: sampleInstant, timeZone: 'Europe/Berlin' });

export const samples: SamplesOf<typeof store> = {
  conditionOf: {
    'one portal, one role': by({ portalId: [sampleId()], role: ['customer'] }),
    'several portals and roles': by({ portalId: [sampleId(), sampleId()], role: ['customer', 'installer'] }),
    'not registered': by({ registration: ['none', 'invited', 'activation-sent'] }),
    registered: by({ registration: ['registered'] }),
    'changing their address': by({ registration: ['email-change'] }),
    'registered in any way': by({ registration: ['registered', 'email-change'], neverSignedIn: 'true' }),
    'assignment pending': by({ assignment: 'pending' }),
    assigned: by({ assignment: 'assigned' }),
    granted: by({ granted: 'true' }),
    'not granted': by({ granted: 'false' }),
    'can sign in': by({ admission: 'admitted' }),
    'cannot sign in': by({ admission: 'denied' }),
    expired: by({ expiry: 'expired' }),
    'expires soon': by({ expiry: 'soon' }),
    'all companies are switched off': by({ admission: 'company-closed' }),
    'the portal is switched off': by({ admission: 'portal-closed' }),
    'no password yet': by({ admission: 'not-registered' }),
    'no password any more': by({ admission: 'no-credential' }),
    'of a company': by({ customerId: sampleId() }),
    'delivery failed': by({ mail: 'failed' }),
    'added and invited before': by({ createdBefore: '2026-03-01', invitedBefore: '2026-03-01' }),
  },
};
