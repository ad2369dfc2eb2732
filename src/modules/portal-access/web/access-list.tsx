import { Button, Stack } from '@mantine/core';
import { IconDownload, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { accessListContract, accessSorts } from '../list/contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import { AccessBulkActions, type BulkOrder } from './access-bulk.tsx';
import { useAccessColumns } from './access-columns.tsx';
import { type ListedPortal, MainFilters, MoreFilters, rolesOf, useActiveFilters } from './access-filter.tsx';
import { type AccessSearch, filterOf, searchOfView, viewOf } from './access-search.ts';
import { AccessViews } from './access-views.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { BulkRecent } from './bulk-recent.tsx';
import { GiveAccessDialog } from './give-access-dialog.tsx';
import { useAccessActions } from './use-access-actions.tsx';
import { welcomePhrases } from './welcome-phrases.ts';

type AccessListProps = {
  search: AccessSearch;
  onSearch: (search: AccessSearch) => void;
  portals: ListedPortal[];
  /** „Benutzer › Alle Benutzer“ of one portal: only its people, told apart by role instead of by source. */
  ofPortal?: string;
};

/** Every access with its source and both statuses, as saved views, filters and search show it; everything stands in the address. */
export function AccessList({ search: typed, onSearch, portals, ofPortal }: AccessListProps) {
  const t = usePhrases(accessListPhrases);
  const welcome = usePhrases(welcomePhrases);
  const [isGiving, setGiving] = useState(false);
  const [order, setOrder] = useState<BulkOrder>();
  const format = useFormat();
  const search = ofPortal ? { ...typed, portalId: undefined } : typed;
  const { cursor: _, ...asked } = search;
  const accesses = useReadList(accessListContract.listAccesses, {
    query: { ...search, ...(ofPortal && { portalId: ofPortal }), sort: search.sort ?? 'name' },
  });
  const actions = useAccessActions();
  const change = (part: Partial<AccessSearch>) => onSearch({ ...asked, ...part });
  const view = viewOf(search);
  const filter = { ...filterOf(search), ...(ofPortal && { portalId: ofPortal }) };
  const columns = useAccessColumns({ isOfPortal: Boolean(ofPortal), roles: rolesOf(portals) });
  const filters = useActiveFilters({ search, change, portals });
  const total = accesses.data && format.total(accesses.data.total, accesses.data.totalIsEstimate);
  const isNarrowed = Boolean(search.q || search.portalId || search.role || search.customerId) || view === undefined;

  return (
    <Stack gap="sm">
      <BulkRecent />
      <AccessViews search={search} ofPortal={ofPortal} />
      <ListView
        label={t(ofPortal ? 'allUsers' : 'accesses')}
        query={accesses}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowMenu={(access) => actions.menu(access, { withOpen: true })}
        bulk={(rows, all) => (
          <AccessBulkActions
            onAct={setOrder}
            selection={all && accesses.data ? { filter, total: accesses.data.total } : { ids: rows.map(({ id }) => id), accesses: rows }}
          />
        )}
        selectAll={
          accesses.data && accesses.data.total > accesses.data.items.length && total
            ? { verb: t('selectAll', { count: total }), selected: t('allSelected', { count: total }) }
            : undefined
        }
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: accessSorts.find((known) => known === sort) })}
        filters={filters}
        isFiltered={isNarrowed}
        onReset={() => onSearch(search.sort ? { sort: search.sort } : {})}
        onCursor={(cursor) => onSearch({ ...asked, cursor })}
        total={(page) => (page.total === 1 ? t('totalOne') : t('totalMany', { count: format.total(page.total, page.totalIsEstimate) }))}
        toolbar={
          <>
            <SearchField label={t('search')} value={search.q} onSearch={(q) => change({ q })} />
            <MainFilters search={search} change={change} portals={portals} ofPortal={ofPortal} />
            <Button
              component="a"
              href={exportAddress(filter, search.sort)}
              download
              variant="default"
              leftSection={<IconDownload size={17} aria-hidden />}
            >
              {t('export')}
            </Button>
            <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setGiving(true)}>
              {welcome('give')}
            </Button>
            <MoreFilters search={search} change={change} />
          </>
        }
        empty={<NothingHere view={view ?? 'all'} onGive={() => setGiving(true)} onAll={() => onSearch(searchOfView('all', asked))} />}
      />
      {actions.dialogs}
      {order && <BulkDialog {...order} onClose={() => setOrder(undefined)} />}
      {isGiving && <GiveAccessDialog portalId={ofPortal} onClose={() => setGiving(false)} />}
    </Stack>
  );
}

function exportAddress(filter: Record<string, string | undefined>, sort: string | undefined): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, sort })) if (value) words.set(name, value);
  return `/api/v1${accessListContract.exportAccesses.path}?${words}`;
}

/** Each view says what appears in it. */
function NothingHere({ view, onGive, onAll }: { view: NonNullable<ReturnType<typeof viewOf>>; onGive: () => void; onAll: () => void }) {
  const t = usePhrases(accessListPhrases);
  const welcome = usePhrases(welcomePhrases);
  return (
    <Empty
      icon={IconUsers}
      title={t(`empty-${view}-title`)}
      body={t(`empty-${view}-body`)}
      action={
        view === 'all' ? (
          <Button onClick={onGive}>{welcome('give')}</Button>
        ) : (
          <Button variant="default" onClick={onAll}>
            {t('toAll')}
          </Button>
        )
      }
    />
  );
}
