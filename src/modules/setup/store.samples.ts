import { type SamplesOf, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const secret = '';

export const samples: SamplesOf<typeof store> = {
  saveSetupLink: (tx) => store.saveSetupLink(tx, secret, sampleInstant),
  redeemSetupLink: (tx) => store.redeemSetupLink(tx, secret),
  isSetupLink: (tx) => store.isSetupLink(tx, secret),
};
