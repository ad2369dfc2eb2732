import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './company-store.ts';

export const samples: SamplesOf<typeof store> = {
  listAccountsOnlyOf: (tx) => store.listAccountsOnlyOf(tx, sampleId<'workspace'>(), sampleId<'customer'>()),
};
