import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';
import { MailSettingsForm } from './mail-settings-form.tsx';
import { PauseNotice } from './pause-notice.tsx';

/** „SMTP Einstellungen“: the alarm while sending rests, the form, and what else belongs to sending. */
export function MailSettings({ below }: { below?: (setting: MailSetting) => ReactNode }) {
  const setting = useRead(mailContract.getMailSettings);
  return (
    <Loaded query={setting}>
      {(setting) => (
        <Stack gap="lg">
          <PauseNotice at="settings" />
          <MailSettingsForm setting={setting} />
          {below?.(setting)}
        </Stack>
      )}
    </Loaded>
  );
}
