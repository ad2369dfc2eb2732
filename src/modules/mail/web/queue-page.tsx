import { Button, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead, useReadList } from '../../../web/query.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type MessageView, mailContract } from '../contract.ts';
import { MailTabs } from './mail-tabs.tsx';
import { MessageState } from './message-state.tsx';
import { PauseNotice } from './pause-notice.tsx';
import { mailPhrases } from './phrases.ts';
import { type NamedPortal, QueueFilter, useActiveFilters } from './queue-filter.tsx';
import { type QueueSearch, viewOfStates } from './queue-search.ts';
import { QueueSwitch } from './queue-switch.tsx';
import { QueueViews } from './queue-views.tsx';
import { useMessageActions } from './use-message-actions.tsx';
import { useRetryMany } from './use-retry-many.tsx';

/** Einstellungen › E-Mail, second tab: every mail with its state, cause and attempts, and what can be done about it. */
export function QueuePage({ portals, notice }: { portals: NamedPortal[]; notice?: ReactNode }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const search = useSearch({ from: '/app/settings/mail/queue' });
  const navigate = useNavigate({ from: '/settings/mail/queue' });
  const { cursor: _, ...asked } = search;
  const { state: __, ...others } = asked;
  const queue = useRead(mailContract.getQueue, { query: others });
  const messages = useReadList(mailContract.listMessages, { query: search });
  const actions = useMessageActions();
  const many = useRetryMany();
  const go = (next: QueueSearch) => navigate({ search: next, replace: true });
  const change = (part: Partial<QueueSearch>) => go({ ...asked, ...part });
  const person = messages.data?.items.find(({ contactId }) => contactId === search.contactId)?.recipientName;
  const isRetryable = messages.data?.items.some(({ allowed }) => allowed.includes('retry')) ?? false;

  return (
    <Page title={t('mail')} tab={t('queueTab')} actions={queue.data && <QueueSwitch queue={queue.data} />}>
      <MailTabs />
      <Stack gap="sm">
        <PauseNotice at="queue" />
        {notice}
        {queue.data && <QueueViews queue={queue.data} search={asked} />}
        <ListView
          label={t('queueTab')}
          query={messages}
          columns={useColumns()}
          rowId={({ id }) => id}
          rowName={({ subject, recipientName }) => `${subject}, ${recipientName}`}
          rowMenu={(message) => actions.menu(message, { withOpen: true })}
          bulk={(rows) => (
            <Button size="xs" loading={many.isBusy} onClick={() => many.run({ ids: rows.map(({ id }) => id) })}>
              {t('retry')}
            </Button>
          )}
          filters={useActiveFilters({ search, change, portals, person })}
          isFiltered={Object.values(asked).some(Boolean)}
          onReset={() => go({})}
          onCursor={(cursor) => go({ ...asked, cursor })}
          total={({ total, totalIsEstimate }) =>
            total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
          }
          toolbar={
            <>
              <SearchField label={t('searchQueue')} value={search.q} onSearch={(q) => change({ q })} />
              {isRetryable && viewOfStates(search.state) !== 'all' && (
                <Button variant="default" loading={many.isBusy} onClick={() => many.run(asked)}>
                  {t('retryAll')}
                </Button>
              )}
              <QueueFilter search={search} change={change} portals={portals} />
            </>
          }
          empty={
            <Empty
              icon={IconMail}
              title={t('queueEmptyTitle')}
              body={t('queueEmptyBody')}
              action={<LinkButton to="/customers">{t('toPeople')}</LinkButton>}
            />
          }
        />
      </Stack>
      {many.dialog}
    </Page>
  );
}

function useColumns(): Column<MessageView>[] {
  const t = usePhrases(mailPhrases);
  return [
    {
      id: 'message',
      header: t('message'),
      minWidth: '11rem',
      cell: (message) => (
        <>
          <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: message.id }} fw={600} data-row-link>
            {message.templateLabel}
          </LinkText>
          {message.subject !== message.templateLabel && (
            <Text size="sm" c="dimmed">
              {message.subject}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'recipient',
      header: t('recipient'),
      minWidth: '11rem',
      cell: (message) => (
        <>
          <Text size="sm">{message.recipientName}</Text>
          <Text size="sm" c="dimmed">
            <AddressText address={message.recipientAddress} />
          </Text>
        </>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      minWidth: '18rem',
      cell: (message) => (
        <>
          <MessageState state={message.state} />
          <Text size="sm" c="dimmed" mt={2}>
            {message.sentence}
          </Text>
        </>
      ),
    },
    { id: 'queuedAt', header: t('queuedAt'), cell: (message) => <Time at={message.queuedAt} /> },
  ];
}
