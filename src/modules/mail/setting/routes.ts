import type { Handlers } from '../../../platform/http/serve.ts';
import type { settingContract } from './contract.ts';
import { getMailSettings } from './mail-setting.ts';

export const settingHandlers: Handlers<typeof settingContract> = {
  getMailSettings: ({ perform, variant }) => perform(getMailSettings, variant),
};
