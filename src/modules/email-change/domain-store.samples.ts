import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './domain-store.ts';

export const samples: SamplesOf<typeof store> = {
  countDomains: (tx) => store.countDomains(tx, sampleId<'workspace'>(), ['gmx.de', 'web.de']),
};
