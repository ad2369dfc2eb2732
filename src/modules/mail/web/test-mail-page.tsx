import { Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { styleNonce } from '../../../web/nonce.ts';
import { useRead } from '../../../web/query.ts';
import { CopyButton } from '../../../web/ui/copyable.tsx';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { linksOf } from '../../../web/ui/mail-document.ts';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { mailContract } from '../contract.ts';
import { MailContent } from './mail-content.tsx';
import type { TestMailDetail } from './mail-setting.ts';
import { mailPhrases } from './phrases.ts';

/** One mail of the test mailbox, whose link can be used as its recipient would. */
export function TestMailPage() {
  const { testMailId } = useParams({ from: '/app/settings/mail/test-mailbox/$testMailId' });
  const t = usePhrases(mailPhrases);
  const mail = useRead(mailContract.getTestMail, { params: { testMailId } });
  return (
    <Page
      title={mail.data?.subject ?? t('message')}
      width="narrow"
      above={<LinkText to="/settings/mail/test-mailbox">{t('testMailbox')}</LinkText>}
    >
      <Loaded query={mail}>
        {(mail) => (
          <Stack gap="lg">
            <Links mail={mail} />
            <Section title={t('content')} id="content-of-mail">
              <Facts
                rows={[
                  [t('from'), mail.sender],
                  [t('recipient'), mail.recipient],
                  [t('receivedAt'), <Time key="received" at={mail.receivedAt} exact />],
                ]}
              />
              <MailContent subject={mail.subject} html={mail.html} text={mail.text} raw={mail.raw} links="open" />
            </Section>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Links({ mail }: { mail: TestMailDetail }) {
  const t = usePhrases(mailPhrases);
  const links = linksOf(mail.html, styleNonce());
  return (
    <Section title={t('linksOfMail')} id="links-of-mail">
      {links.length === 0 && <Text c="dimmed">{t('noLinks')}</Text>}
      {links.map(({ url, text }, index) => (
        <Stack key={url} gap={6}>
          <Text fw={600}>{text}</Text>
          <Text size="sm" c="dimmed" className="pf-verbatim">
            {url}
          </Text>
          <Group gap="xs">
            <Button
              component="a"
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              size="compact-sm"
              variant={index === 0 ? 'filled' : 'default'}
              leftSection={<IconExternalLink size={16} aria-hidden />}
              aria-label={`${t('openTab')}: ${text}`}
            >
              {t('openTab')}
            </Button>
            <CopyButton value={url} name={text} label={t('copyLink')} />
          </Group>
        </Stack>
      ))}
    </Section>
  );
}
