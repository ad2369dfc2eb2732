import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { mailContract, type TestMailView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';

type TestMailSearch = { q?: string | undefined; cursor?: string | undefined };

/** The built-in mailbox: mails for looking at, with links that work. It looks for new ones by itself. */
export function TestMailboxPage() {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const search = useSearch({ from: '/app/settings/mail/test-mailbox' });
  const navigate = useNavigate({ from: '/settings/mail/test-mailbox' });
  const mails = useQuery({
    ...reading(mailContract.listTestMails, { query: search }),
    placeholderData: keepPreviousData,
    refetchInterval: 3_000,
  });
  const go = (next: TestMailSearch) => navigate({ search: next, replace: true });

  return (
    <Page title={t('testMailbox')} below={t('testMailboxNote')} above={<LinkText to="/settings/mail">{t('mail')}</LinkText>}>
      <ListView
        label={t('testMailbox')}
        query={mails}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowName={({ subject }) => subject}
        isFiltered={Boolean(search.q)}
        onReset={() => go({})}
        onCursor={(cursor) => go({ ...search, cursor })}
        total={({ total, totalIsEstimate }) =>
          total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
        }
        toolbar={<SearchField label={t('searchTestMails')} value={search.q} onSearch={(q) => go({ q })} />}
        empty={<Empty icon={IconInbox} title={t('testEmptyTitle')} body={t('testEmptyBody')} />}
      />
    </Page>
  );
}

function useColumns(): Column<TestMailView>[] {
  const t = usePhrases(mailPhrases);
  return [
    {
      id: 'subject',
      header: t('subject'),
      cell: (mail) => (
        <LinkText to="/settings/mail/test-mailbox/$testMailId" params={{ testMailId: mail.id }} fw={600} data-row-link>
          {mail.subject}
        </LinkText>
      ),
    },
    { id: 'recipient', header: t('recipient'), cell: (mail) => mail.recipient },
    { id: 'receivedAt', header: t('receivedAt'), cell: (mail) => <Time at={mail.receivedAt} /> },
  ];
}
