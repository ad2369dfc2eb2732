import { Stack, Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';
import { MailTabs } from './mail-tabs.tsx';
import { PauseNotice } from './pause-notice.tsx';
import { mailPhrases } from './phrases.ts';

/** Einstellungen › E-Mail, first tab: how mail leaves, and whether it does. */
export function MailSettingsPage() {
  const t = usePhrases(mailPhrases);
  const setting = useRead(mailContract.getMailSettings);
  return (
    <Page title={t('mail')} width="narrow">
      <MailTabs />
      <Loaded query={setting}>
        {(setting) => (
          <Stack gap="lg">
            <PauseNotice setting={setting} />
            <Transport setting={setting} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Transport({ setting }: { setting: MailSetting }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const { administrator } = useMe();
  const isTest = setting.transport === 'test-mailbox';
  return (
    <Section
      title={t('transport')}
      id="transport"
      aside={
        isTest &&
        administrator && (
          <LinkButton to="/settings/mail/test-mailbox" variant="default">
            {t('openTestMailbox')}
          </LinkButton>
        )
      }
    >
      {setting.transport === 'smtp' && <Text>{t('smtpNote')}</Text>}
      {isTest && (
        <Notice tone="wait">
          <p>{t('testNote')}</p>
        </Notice>
      )}
      {setting.transport === 'none' && (
        <Notice tone="warn">
          <p>{t('noneNote')}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [t('transport'), t(setting.transport)],
          [t('host'), setting.host],
          [t('port'), setting.port],
          [t('encryption'), setting.host && setting.encryption && t(`encryption-${setting.encryption}`)],
          [t('sender'), `${setting.senderName} <${setting.senderAddress}>`],
          [
            t('waiting'),
            <LinkText key="waiting" to="/settings/mail/queue" search={{ state: 'queued' }}>
              {format.number(setting.waiting)}
            </LinkText>,
          ],
        ]}
      />
      {setting.transport !== 'smtp' && (
        <Text size="sm" c="dimmed">
          {t('howToChange')}
        </Text>
      )}
    </Section>
  );
}
