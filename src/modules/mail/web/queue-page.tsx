import { NativeSelect, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead, useReadList } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type MessageView, mailContract } from '../contract.ts';
import { MailTabs } from './mail-tabs.tsx';
import { MessageState, messageStates } from './message-state.tsx';
import { PauseNotice } from './pause-notice.tsx';
import { mailPhrases } from './phrases.ts';
import type { QueueSearch } from './queue-search.ts';

/** Einstellungen › E-Mail, second tab: every mail with its state, cause and attempts. */
export function QueuePage() {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const search = useSearch({ from: '/app/settings/mail/queue' });
  const navigate = useNavigate({ from: '/settings/mail/queue' });
  const setting = useRead(mailContract.getMailSettings);
  const messages = useReadList(mailContract.listMessages, { query: search });
  const go = (next: QueueSearch) => navigate({ search: next, replace: true });
  const change = (part: Partial<QueueSearch>) => go({ ...search, cursor: undefined, ...part });

  return (
    <Page title={t('mail')} tab={t('queueTab')}>
      <MailTabs />
      {setting.data && <PauseNotice setting={setting.data} />}
      <ListView
        label={t('queueTab')}
        query={messages}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowName={({ subject }) => subject}
        filters={search.state ? [{ label: t(search.state), onRemove: () => change({ state: undefined }) }] : []}
        isFiltered={Boolean(search.q || search.state)}
        onReset={() => go({})}
        onCursor={(cursor) => go({ ...search, cursor })}
        total={({ total, totalIsEstimate }) =>
          total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
        }
        toolbar={
          <>
            <SearchField label={t('searchQueue')} value={search.q} onSearch={(q) => change({ q })} />
            <NativeSelect
              aria-label={t('filterState')}
              value={search.state ?? ''}
              onChange={(event) => change({ state: messageStates.find((state) => state === event.currentTarget.value) })}
              data={[{ value: '', label: t('allStates') }, ...messageStates.map((state) => ({ value: state, label: t(state) }))]}
            />
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
    </Page>
  );
}

function useColumns(): Column<MessageView>[] {
  const t = usePhrases(mailPhrases);
  return [
    {
      id: 'message',
      header: t('message'),
      minWidth: '13rem',
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
      minWidth: '12rem',
      cell: (message) => (
        <>
          <Text size="sm">{message.recipientName}</Text>
          <Text size="sm" c="dimmed">
            {message.recipientAddress}
          </Text>
        </>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: (message) => (
        <>
          <MessageState state={message.state} />
          <Text size="sm" c="dimmed" mt={2}>
            {message.sentence}
          </Text>
        </>
      ),
    },
    { id: 'attempts', header: t('attempts'), isSecondary: true, cell: (message) => message.attempts.length },
    { id: 'queuedAt', header: t('queuedAt'), cell: (message) => <Time at={message.queuedAt} /> },
  ];
}
