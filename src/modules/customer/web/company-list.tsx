import { Text } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { ListView } from '../../../web/ui/list-view.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type CustomerView, customerContract } from '../contract.ts';
import { type CompanySearch, companySorts } from './company-search.ts';
import { customerPhrases } from './phrases.ts';
import { useCustomerActions } from './use-customer-actions.tsx';

type CompanyListProps = { search: CompanySearch; onSearch: (search: CompanySearch) => void };

/** Companies with the number of their people. */
export function CompanyList({ search, onSearch }: CompanyListProps) {
  const t = usePhrases(customerPhrases);
  const format = useFormat();
  const actions = useCustomerActions();
  const companies = useReadList(customerContract.listCustomers, { query: { ...search, sort: search.sort ?? 'name' } });
  const change = (part: Partial<CompanySearch>) => onSearch({ ...search, cursor: undefined, ...part });

  return (
    <>
      <ListView
        label={t('companies')}
        query={companies}
        columns={useColumns()}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowMenu={(customer) => actions.menu(customer, { withOpen: true })}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: companySorts.find((known) => known === sort) })}
        isFiltered={Boolean(search.q)}
        onReset={() => onSearch(search.sort ? { sort: search.sort } : {})}
        onCursor={(cursor) => onSearch({ ...search, cursor })}
        total={({ total, totalIsEstimate }) =>
          total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
        }
        toolbar={<SearchField label={t('search')} value={search.q} onSearch={(q) => change({ q })} />}
        empty={
          <Empty
            icon={IconBuilding}
            title={t('emptyTitle')}
            body={t('emptyBody')}
            action={
              <LinkButton to="/customers/new" leftSection={<IconPlus size={17} aria-hidden />}>
                {t('newCustomer')}
              </LinkButton>
            }
          />
        }
      />
      {actions.dialogs}
    </>
  );
}

function useColumns(): Column<CustomerView>[] {
  const t = usePhrases(customerPhrases);
  const format = useFormat();
  const peopleOf = (count: number) =>
    count === 0 ? t('nobody') : count === 1 ? t('personOne') : t('personMany', { count: format.number(count) });
  return [
    {
      id: 'name',
      header: t('name'),
      minWidth: '14rem',
      sort: 'name',
      cell: (customer) => (
        <>
          <LinkText to="/customers/$customerId" params={{ customerId: customer.id }} fw={600} data-row-link>
            {customer.name}
          </LinkText>
          {customer.externalId && (
            <Text size="sm" c="dimmed">
              {customer.externalId}
            </Text>
          )}
          {customer.closedAt && <StateBadge tone="warn">{t('closedBadge')}</StateBadge>}
        </>
      ),
    },
    { id: 'city', header: t('city'), cell: (customer) => customer.city, isSecondary: true },
    { id: 'people', header: t('people'), cell: (customer) => <Text size="sm">{peopleOf(customer.contactCount)}</Text> },
    { id: 'changed', header: t('changed'), sort: 'updatedAt', isSecondary: true, cell: (customer) => <Time at={customer.updatedAt} /> },
  ];
}
