import { NativeSelect, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { auditContract, type EventView } from '../contract.ts';
import { EventActor } from './event-actor.tsx';
import { EventChange } from './event-change.tsx';
import { EventSubject } from './event-subject.tsx';
import { subjectTypes, useEventWords } from './event-words.ts';
import type { EventsSearch } from './events-search.ts';
import { auditPhrases } from './phrases.ts';

/** Einstellungen › Protokoll: who did what, when, before → after. */
export function EventsPage() {
  const t = usePhrases(auditPhrases);
  const format = useFormat();
  const words = useEventWords();
  const search = useSearch({ from: '/app/settings/events' });
  const navigate = useNavigate({ from: '/settings/events' });
  const events = useReadList(auditContract.listEvents, { query: search });
  const go = (next: EventsSearch) => navigate({ search: next, replace: true });

  return (
    <Page title={t('log')} below={t('note')}>
      <ListView
        label={t('log')}
        query={events}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowName={({ name }) => words.event(name)}
        filters={[
          ...(search.subjectId
            ? [
                {
                  label: t('onlyOne', { subject: words.subject(search.subjectType ?? '') }),
                  onRemove: () => go({ subjectType: search.subjectType }),
                },
              ]
            : []),
          ...(search.subjectType && !search.subjectId ? [{ label: words.subject(search.subjectType), onRemove: () => go({}) }] : []),
        ]}
        isFiltered={Boolean(search.subjectType || search.subjectId)}
        onReset={() => go({})}
        onCursor={(cursor) => go({ ...search, cursor })}
        total={({ total, totalIsEstimate }) =>
          total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
        }
        toolbar={
          <NativeSelect
            aria-label={t('filterSubject')}
            value={search.subjectType ?? ''}
            onChange={(event) => go({ subjectType: event.currentTarget.value || undefined })}
            data={[{ value: '', label: t('allSubjects') }, ...subjectTypes.map((type) => ({ value: type, label: words.subject(type) }))]}
          />
        }
        empty={<Empty icon={IconHistory} title={t('emptyTitle')} body={t('emptyBody')} />}
      />
    </Page>
  );
}

function useColumns(): Column<EventView>[] {
  const t = usePhrases(auditPhrases);
  const words = useEventWords();
  return [
    {
      id: 'what',
      header: t('what'),
      cell: (event) => (
        <>
          <Text fw={600} size="sm">
            {words.event(event.name)}
          </Text>
          <EventChange event={event} />
        </>
      ),
    },
    {
      id: 'subject',
      header: t('subject'),
      cell: (event) => <EventSubject event={event} />,
    },
    { id: 'who', header: t('who'), minWidth: '9rem', cell: (event) => <EventActor event={event} /> },
    { id: 'when', header: t('when'), cell: (event) => <Time at={event.at} exact /> },
  ];
}
