import { type Sample, type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import { afterAttempt, type Outcome } from '../mail.ts';
import * as store from './outbox-store.ts';

const workspaceId = sampleId<'workspace'>();
const id: store.MessageId = sampleId();
const now = sampleInstant;
const claim: store.Claim = { workspaceId, workerId: sampleId<'worker'>(), version: 1, now, until: now };
const said = { code: 450, enhancedCode: '4.2.0', answer: 'later' };

const finish =
  (outcome: Outcome): Sample =>
  (tx) =>
    store.finishAttempt(tx, { ...claim, id, number: 1, outcome, change: afterAttempt({ deferrals: 0 }, outcome, now) });
const withdraw =
  (which: Partial<store.Withdrawal>): Sample =>
  (tx) =>
    store.withdrawMessages(tx, { workspaceId, now, cause: 'blocked', ...which });

export const samples: SamplesOf<typeof store> = {
  insertMessage: (tx) =>
    store.insertMessage(tx, {
      workspaceId,
      id,
      templateKey: 'welcome',
      variant: 'de',
      accountId: sampleId(),
      contactId: sampleId(),
      portalId: sampleId(),
      linkId: sampleId(),
      recipientName: 'Anna Amsel',
      recipientAddress: 'anna@example.com',
      messageId: '<1@example.com>',
      subject: 'Willkommen',
      html: '',
      text: '',
      sealedLink: Buffer.alloc(0),
      queuedAt: now,
      nextAttemptAt: now,
      claimedUntil: null,
      claimedBy: null,
      acceptedAt: null,
      refusedAt: null,
      givenUpAt: null,
      withdrawnAt: null,
      unknownAt: null,
      cause: null,
      expiresAt: now,
    }),
  listDueSettings: (tx) => store.listDueSettings(tx, now),
  claimMessages: (tx) => store.claimMessages(tx, claim, 50),
  releaseMessages: (tx) => store.releaseMessages(tx, workspaceId, claim.workerId, [id, id]),
  endClaims: (tx) => store.endClaims(tx, workspaceId, now),
  startAttempts: (tx) => store.startAttempts(tx, claim, [{ id, transport: 'smtp', host: 'mail.example', tls: 'TLSv1.3' }]),
  startAttempt: (tx) => store.startAttempt(tx, claim, id, { transport: 'smtp', host: 'mail.example', tls: 'TLSv1.3' }),
  renewClaim: (tx) => store.renewClaim(tx, claim, { id, number: 1 }),
  listOpenTries: (tx) => store.listOpenTries(tx, workspaceId, now),
  strikeAttempt: (tx) => store.strikeAttempt(tx, workspaceId, id, 1),
  finishAttempt: {
    accepted: finish({ kind: 'accepted', ...said }),
    refused: finish({ kind: 'refused', cause: 'recipient-refused', ...said }),
    'deferred or unknown': finish({ kind: 'deferred', cause: 'server-deferred', ...said }),
    'the transport failed': finish({ kind: 'transport-failed', cause: 'timeout', ...said }),
  },
  finishAccepted: (tx) =>
    store.finishAccepted(tx, { workspaceId, now, change: afterAttempt({ deferrals: 0 }, { kind: 'accepted', ...said }, now) }, [
      { id, number: 1, tls: null, ...said },
      { id, number: 1, tls: null, ...said },
    ]),
  giveUpMessage: (tx) => store.giveUpMessage(tx, claim, id, 'unreadable'),
  withdrawMessages: {
    'these mails': withdraw({ ids: [id, id] }),
    'of an account': withdraw({ accountId: sampleId() }),
    'of an account, with a link': withdraw({ accountId: sampleId(), onlyWithLink: true }),
    'with these links': withdraw({ linkIds: [sampleId(), sampleId()] }),
    'of a template': withdraw({ templateKey: 'welcome' }),
  },
};
