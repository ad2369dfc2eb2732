import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;
const claim = { workspaceId, workerId: sampleId() };
const chosen: store.ChosenMailbox = {
  host: 'imap.example.com',
  port: 993,
  encryption: 'tls',
  userName: 'bounces',
  sealedPassword: Buffer.alloc(0),
  folder: 'INBOX',
  afterReading: 'keep',
  subAddresses: true,
};
export const samples: SamplesOf<typeof store> = {
  findMailbox: (tx) => store.findMailbox(tx, workspaceId),
  lockMailbox: (tx) => store.lockMailbox(tx, workspaceId),
  saveMailbox: {
    'the same mailbox': (tx) => store.saveMailbox(tx, workspaceId, { chosen, nextReadAt: now, fromStart: false, askAnew: false }),
    'another mailbox': (tx) => store.saveMailbox(tx, workspaceId, { chosen, nextReadAt: now, fromStart: true, askAnew: true }),
  },
  deleteMailbox: (tx) => store.deleteMailbox(tx, workspaceId),
  claimMailbox: (tx) => store.claimMailbox(tx, { ...claim, now, until: now }),
  holdsMailbox: (tx) => store.holdsMailbox(tx, claim),
  giveBackMailbox: (tx) => store.giveBackMailbox(tx, claim),
  saveSubAddressesAsked: (tx) => store.saveSubAddressesAsked(tx, workspaceId, now),
  saveSubAddressesProven: (tx) => store.saveSubAddressesProven(tx, workspaceId, now),
  saveReading: (tx) => store.saveReading(tx, { ...claim, uidValidity: 1, lastUid: 1, lastReadAt: now, nextReadAt: now }),
  saveFailure: (tx) => store.saveFailure(tx, { ...claim, now, nextReadAt: now, failure: 'timeout', failureAnswer: null }),
};
