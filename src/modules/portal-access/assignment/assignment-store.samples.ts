import { answered, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './assignment-store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();
const accessId = sampleId<'access'>();
const hours = { fromTime: '08:00', toTime: '18:00' };
const now = sampleInstant;

export const samples: SamplesOf<typeof store> = {
  countSessions: (tx) => store.countSessions(tx, workspaceId, [accountId, accountId], now),
  countWaitingMails: {
    all: answered([[{ count: 0 }]], (tx) => store.countWaitingMails(tx, workspaceId, accountId, { onlyWithLink: false })),
    'with a link': answered([[{ count: 0 }]], (tx) => store.countWaitingMails(tx, workspaceId, accountId, { onlyWithLink: true })),
  },
  markAccessDeleted: (tx) => store.markAccessDeleted(tx, workspaceId, accessId, now),
  markAccountDeleted: (tx) => store.markAccountDeleted(tx, workspaceId, accountId, now),
  findExpiring: (tx) => store.findExpiring(tx, workspaceId, hours, now),
  takeExpiryReminder: (tx) => store.takeExpiryReminder(tx, workspaceId, { accessId, expiresOn: '2026-11-27' }),
  takeExpiryNotices: (tx) => store.takeExpiryNotices(tx, workspaceId, sampleId<'portal'>(), hours, now),
};
