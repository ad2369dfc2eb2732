import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './forget-store.ts';

export const samples: SamplesOf<typeof store> = {
  deleteEndedMessages: (tx) =>
    store.deleteEndedMessages(tx, sampleId<'workspace'>(), { before: sampleInstant, now: sampleInstant, limit: 500 }),
};
