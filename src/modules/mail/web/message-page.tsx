import { Button, Grid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { mailContract } from '../contract.ts';
import { AddressMarkNotice } from './address-mark-notice.tsx';
import { AttemptList } from './attempt-list.tsx';
import { MailContent } from './mail-content.tsx';
import type { MessageDetail } from './mail-setting.ts';
import { MessageState } from './message-state.tsx';
import { PauseNotice } from './pause-notice.tsx';
import { mailPhrases } from './phrases.ts';
import { useMessageActions } from './use-message-actions.tsx';

/** One mail of the outbox: what became of it, each attempt, and its content with the links masked. `beside`: what other modules know about it. */
export function MessagePage({ beside }: { beside?: (messageId: string) => ReactNode }) {
  const { messageId } = useParams({ from: '/app/settings/mail/messages/$messageId' });
  const t = usePhrases(mailPhrases);
  const message = useRead(mailContract.getMessage, { params: { messageId } });
  return (
    <Page
      title={message.data?.subject ?? t('message')}
      above={<LinkText to="/settings/mail/queue">{t('queueTab')}</LinkText>}
      below={message.data && <MessageState state={message.data.state} />}
      actions={message.data && <Actions message={message.data} />}
    >
      <PauseNotice />
      {message.data?.allowed.includes('release-address') && (
        <AddressMarkNotice address={message.data.recipientAddress} messageId={messageId} />
      )}
      <Loaded query={message}>
        {(message) => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Section title={t('content')} note={t('masked')} id="content-of-mail">
                <MailContent subject={message.subject} html={message.html} text={message.text} links="dead" />
              </Section>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="lg">
                <Details message={message} />
                {beside?.(messageId)}
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

/** The one thing that helps as a button, the rest in the menu; the same as in the list. */
function Actions({ message }: { message: MessageDetail }) {
  const t = usePhrases(mailPhrases);
  const actions = useMessageActions();
  const { contactId, allowed } = message;
  return (
    <>
      {allowed.includes('retry') && (
        <Button loading={actions.isBusy} onClick={() => actions.retry(message)}>
          {t('retry')}
        </Button>
      )}
      {allowed.includes('send-new-link') && contactId && (
        <LinkButton to="/contacts/$contactId" params={{ contactId }}>
          {t('sendNewLink')}
        </LinkButton>
      )}
      {(contactId || allowed.length > 0) && <RowMenu name={message.subject}>{actions.menu(message, { withOpen: false })}</RowMenu>}
    </>
  );
}

function Details({ message }: { message: MessageDetail }) {
  const t = usePhrases(mailPhrases);
  return (
    <Section title={t('details')} id="details-of-mail">
      <Text>{message.sentence}</Text>
      <Facts
        rows={[
          [t('recipient'), `${message.recipientName} <${message.recipientAddress}>`],
          [
            t('contact'),
            message.contactId && (
              <LinkText to="/contacts/$contactId" params={{ contactId: message.contactId }}>
                {t('openContact')}
              </LinkText>
            ),
          ],
          [
            t('template'),
            <LinkText key="template" to="/settings/mail-templates/$key" params={{ key: message.template }}>
              {message.templateLabel}
            </LinkText>,
          ],
          [t('queuedAt'), <Time key="queued" at={message.queuedAt} exact />],
          [t('nextAttempt'), message.nextAttemptAt && <Time at={message.nextAttemptAt} />],
          [t('settledAt'), message.settledAt && <Time at={message.settledAt} exact />],
          [t('messageId'), <code key="id">{message.messageId}</code>],
        ]}
      />
      <div>
        <Text fw={650} component="h3" mb={6}>
          {t('attempts')}
        </Text>
        <AttemptList attempts={message.attempts} />
      </div>
    </Section>
  );
}
