import { type SamplesOf, sampleId } from '../../../platform/db/statements.ts';
import * as store from './in-force-store.ts';

const setting: store.SettingVersion = { workspaceId: sampleId(), version: 1 };

export const samples: SamplesOf<typeof store> = {
  settingInForce: () => store.settingInForce(setting),
  isSettingInForce: (tx) => store.isSettingInForce(tx, setting),
  lockSettingInForce: (tx) => store.lockSettingInForce(tx, setting),
};
