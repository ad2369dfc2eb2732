import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './past-store.ts';

export const samples: SamplesOf<typeof store> = {
  setPast: (tx) =>
    store.setPast(tx, sampleId<'workspace'>(), sampleId<'access'>(), {
      origin: 'given',
      invitedAt: sampleInstant,
      activationSentAt: sampleInstant,
      registeredAt: sampleInstant,
      lastSignInAt: sampleInstant,
      createdAt: sampleInstant,
    }),
};
