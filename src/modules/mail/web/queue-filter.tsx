import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import type { ActiveFilter } from '../../../web/ui/list-view.tsx';
import { mailContract, messageStates } from '../contract.ts';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';
import { type QueueSearch, readStates, viewOfStates, writeStates } from './queue-search.ts';

export type NamedPortal = { id: string; name: string };
type Change = (part: Partial<QueueSearch>) => void;
type FilterProps = { search: QueueSearch; change: Change; portals: NamedPortal[] };

/** Everything that narrows the queue besides its views: states one by one, template, portal, days. */
export function QueueFilter({ search, change, portals }: FilterProps) {
  const t = usePhrases(mailPhrases);
  const templates = useRead(mailContract.listTemplates);
  const none = { value: '', label: t('any') };
  return (
    <details className={styles.more}>
      <summary>{t('moreFilters')}</summary>
      <Stack gap="sm" pb="sm">
        <Checkbox.Group
          label={t('filterState')}
          value={readStates(search.state)}
          onChange={(states) => change({ state: writeStates(readStates(states.join())) })}
        >
          <Group gap="md" mt={6}>
            {messageStates.map((state) => (
              <Checkbox key={state} value={state} label={t(state)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('template')}
            value={search.template ?? ''}
            onChange={(event) => change({ template: event.currentTarget.value || undefined })}
            data={[none, ...(templates.data?.items ?? []).map(({ key, label }) => ({ value: key, label }))]}
          />
          <NativeSelect
            label={t('portal')}
            value={search.portalId ?? ''}
            onChange={(event) => change({ portalId: event.currentTarget.value || undefined })}
            data={[none, ...portals.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <DayField label={t('fromDay')} value={search.from} onChange={(from) => change({ from })} />
          <DayField label={t('toDay')} value={search.to} onChange={(to) => change({ to })} />
        </Group>
      </Stack>
    </details>
  );
}

function DayField({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string | undefined) => void }) {
  return <TextInput type="date" label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)} />;
}

/** What narrows the list at the moment, each to be taken away. A saved view stands in its tab already. */
export function useActiveFilters({ search, change, portals, person }: FilterProps & { person: string | undefined }): ActiveFilter[] {
  const t = usePhrases(mailPhrases);
  const templates = useRead(mailContract.listTemplates);
  const filters: ActiveFilter[] = [];
  const states = viewOfStates(search.state) ? [] : readStates(search.state);
  for (const state of states)
    filters.push({ label: t(state), onRemove: () => change({ state: writeStates(states.filter((other) => other !== state)) }) });
  if (search.template) {
    const label = templates.data?.items.find(({ key }) => key === search.template)?.label ?? search.template;
    filters.push({ label, onRemove: () => change({ template: undefined }) });
  }
  if (search.portalId) {
    const label = portals.find(({ id }) => id === search.portalId)?.name ?? t('portal');
    filters.push({ label, onRemove: () => change({ portalId: undefined }) });
  }
  if (search.contactId) filters.push({ label: t('onlyTo', { person: person ?? '…' }), onRemove: () => change({ contactId: undefined }) });
  if (search.from) filters.push({ label: t('sinceDay', { day: search.from }), onRemove: () => change({ from: undefined }) });
  if (search.to) filters.push({ label: t('untilDay', { day: search.to }), onRemove: () => change({ to: undefined }) });
  return filters;
}
