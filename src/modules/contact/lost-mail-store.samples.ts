import { type SamplesOf, sampleId } from '../../platform/db/statements.ts';
import * as store from './lost-mail-store.ts';

export const samples: SamplesOf<typeof store> = {
  listLostMails: (tx) => store.listLostMails(tx, sampleId<'workspace'>(), 5),
};
