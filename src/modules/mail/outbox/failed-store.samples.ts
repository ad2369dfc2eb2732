import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import type * as store from './failed-store.ts';
import { accountsWithFailedMail } from './failed-store.ts';

export const samples: SamplesOf<typeof store> = {
  accountsWithFailedMail: () => accountsWithFailedMail(sampleId<'workspace'>()),
};
