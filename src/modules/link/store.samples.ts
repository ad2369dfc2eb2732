import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import type { LinkPurpose } from './link.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const accountId = sampleId<'account'>();
const secret = '';
const purposes: LinkPurpose[] = ['set-password', 'reset'];
const link = {
  id: sampleId<'one-time-link'>(),
  accountId,
  portalId: null,
  purpose: 'reset',
  generation: 1,
  createdAt: sampleInstant,
  expiresAt: sampleInstant,
} as const;

export const samples: SamplesOf<typeof store> = {
  findLink: (tx) => store.findLink(tx, workspaceId, secret),
  redeemLink: (tx) => store.redeemLink(tx, workspaceId, secret, purposes, sampleInstant),
  supersedeLinks: (tx) => store.supersedeLinks(tx, workspaceId, accountId, 'reset', sampleInstant),
  insertLink: (tx) => store.insertLink(tx, workspaceId, link, secret),
  findNewestLink: (tx) => store.findNewestLink(tx, workspaceId, accountId, purposes),
  listOpenLinks: (tx) => store.listOpenLinks(tx, workspaceId, [accountId, accountId], sampleInstant),
  deadLinksOfMails: (tx) => store.deadLinksOfMails(tx, workspaceId, [{ id: sampleId<'message'>(), linkId: link.id }], sampleInstant),
  countRefusal: (tx) => store.countRefusal(tx, workspaceId, sampleId(), { refusal: 'password.too-short', now: sampleInstant }),
};
