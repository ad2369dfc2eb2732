import { Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProblemError } from '../api.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { NoMatch } from './empty.tsx';
import { ListTable, type ListTableProps } from './list-table.tsx';
import styles from './list-view.module.css';
import { Loaded } from './loaded.tsx';
import { Pager } from './pager.tsx';

export type ListPage<Row> = {
  items: Row[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
  totalIsEstimate: boolean;
};
export type ActiveFilter = { label: string; onRemove: () => void };

type ListViewProps<Row> = Omit<ListTableProps<Row>, 'rows'> & {
  query: UseQueryResult<ListPage<Row>, ProblemError>;
  /** Search and filter controls. */
  toolbar?: ReactNode;
  filters?: ActiveFilter[];
  /** Whether a search or a filter is on: „no match“ is not „nothing yet“. */
  isFiltered: boolean;
  onReset: () => void;
  /** Shown where there is nothing yet. */
  empty: ReactNode;
  /** The total in words: „348 Personen“. */
  total: (page: ListPage<Row>) => string;
  onCursor: (cursor: string) => void;
};

/** A whole list page: toolbar, active filters, total, rows, paging, and its empty states. */
export function ListView<Row extends object>({
  query,
  toolbar,
  filters = [],
  isFiltered,
  onReset,
  empty,
  total,
  onCursor,
  ...table
}: ListViewProps<Row>) {
  return (
    <Stack gap="sm">
      {toolbar && (isFiltered || query.data === undefined || query.data.items.length > 0) && (
        <Group gap="sm" align="flex-end">
          {toolbar}
        </Group>
      )}
      {filters.length > 0 && <ActiveFilters filters={filters} />}
      <Loaded query={query} lines={8}>
        {(page) => {
          if (page.items.length === 0) return isFiltered ? <NoMatch onReset={onReset} /> : empty;
          return (
            <Stack gap="sm" aria-busy={query.isPlaceholderData} className={styles.list} data-waiting={query.isPlaceholderData || undefined}>
              <Text size="sm" c="dimmed" role="status">
                {total(page)}
              </Text>
              <ListTable {...table} rows={page.items} />
              <Pager previous={page.previousCursor} next={page.nextCursor} onCursor={onCursor} />
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
}

function ActiveFilters({ filters }: { filters: ActiveFilter[] }) {
  const t = usePhrases(shellPhrases);
  return (
    <Group gap="xs">
      {filters.map((filter) => (
        <button
          key={filter.label}
          type="button"
          className={styles.chip}
          onClick={filter.onRemove}
          aria-label={t('removeFilter', { filter: filter.label })}
        >
          {filter.label}
          <IconX size={14} aria-hidden />
        </button>
      ))}
    </Group>
  );
}
