import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, useReadList } from '../../../web/query.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { copyText } from '../../../web/ui/clipboard.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { type ActiveFilter, ListView } from '../../../web/ui/list-view.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { Time } from '../../../web/ui/time.tsx';
import { customerContract } from '../../customer/contract.ts';
import { type ContactView, contactContract } from '../contract.ts';
import { AccessState } from './access-state.tsx';
import { nameOf } from './contact-words.ts';
import { NextStep } from './next-step.tsx';
import { type PeopleSearch, peopleSorts } from './people-search.ts';
import { contactPhrases } from './phrases.ts';
import { useContactActions } from './use-contact-actions.tsx';

type PeopleListProps = {
  search: PeopleSearch;
  onSearch: (search: PeopleSearch) => void;
  /** On a company's page: only its people, without the company's column and filter. */
  ofCompany?: string;
};

const accessWords = { with: 'accessWith', without: 'accessWithout', invited: 'accessInvited' } as const;

/** People with their company and, in words, whether they get in. */
export function PeopleList({ search, onSearch, ofCompany }: PeopleListProps) {
  const t = usePhrases(contactPhrases);
  const format = useFormat();
  const actions = useContactActions();
  const customerId = ofCompany ?? search.customerId;
  const people = useReadList(contactContract.listContacts, {
    query: { ...search, sort: search.sort ?? 'name', ...(customerId && { customerId }) },
  });
  const change = (part: Partial<PeopleSearch>) => onSearch({ ...search, cursor: undefined, ...part });
  const filters = useActiveFilters(search, change);

  return (
    <>
      <ListView
        label={t('people')}
        query={people}
        columns={useColumns({ isOfCompany: Boolean(ofCompany), onSendLink: actions.sendLink })}
        rowId={({ id }) => id}
        rowName={nameOf}
        rowMenu={(contact) => actions.menu(contact, { withOpen: true })}
        bulk={(contacts) => <CopyAddresses contacts={contacts} />}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: peopleSorts.find((known) => known === sort) })}
        filters={filters}
        isFiltered={Boolean(search.q || search.access || (!ofCompany && search.customerId))}
        onReset={() => onSearch(search.sort ? { sort: search.sort } : {})}
        onCursor={(cursor) => onSearch({ ...search, cursor })}
        total={({ total, totalIsEstimate }) =>
          total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })
        }
        empty={<NoPeople ofCompany={ofCompany} />}
        toolbar={
          <>
            <SearchField label={t('searchPeople')} value={search.q} onSearch={(q) => change({ q })} />
            <NativeSelect
              aria-label={t('filterAccess')}
              value={search.access ?? ''}
              onChange={(event) => change({ access: (event.currentTarget.value || undefined) as PeopleSearch['access'] })}
              data={[
                { value: '', label: t('accessAll') },
                ...Object.entries(accessWords).map(([value, word]) => ({ value, label: t(word) })),
              ]}
            />
          </>
        }
      />
      {actions.dialogs}
    </>
  );
}

function useColumns({
  isOfCompany,
  onSendLink,
}: {
  isOfCompany: boolean;
  onSendLink: (contact: ContactView) => void;
}): Column<ContactView>[] {
  const t = usePhrases(contactPhrases);
  const company: Column<ContactView> = {
    id: 'company',
    header: t('company'),
    cell: (contact) => (
      <LinkText to="/customers/$customerId" params={{ customerId: contact.customerId }} c="inherit" size="sm">
        {contact.customerName}
      </LinkText>
    ),
  };
  const changed: Column<ContactView> = {
    id: 'changed',
    header: t('changed'),
    sort: 'updatedAt',
    isSecondary: true,
    cell: (contact) => <Time at={contact.updatedAt} />,
  };
  return [
    {
      id: 'name',
      header: t('name'),
      minWidth: '13rem',
      sort: 'name',
      cell: (contact) => (
        <>
          <LinkText to="/contacts/$contactId" params={{ contactId: contact.id }} fw={600} data-row-link>
            {nameOf(contact)}
          </LinkText>
          {contact.email && (
            <Text size="sm" c="dimmed">
              <AddressText address={contact.email} />
            </Text>
          )}
        </>
      ),
    },
    ...(isOfCompany ? [] : [company]),
    {
      id: 'access',
      header: t('access'),
      cell: (contact) => (
        <Group gap="xs">
          <AccessState accesses={contact.accesses} />
          <NextStep contact={contact} onSendLink={() => onSendLink(contact)} />
        </Group>
      ),
    },
    ...(isOfCompany ? [] : [changed]),
  ];
}

function useActiveFilters(search: PeopleSearch, change: (part: Partial<PeopleSearch>) => void): ActiveFilter[] {
  const t = usePhrases(contactPhrases);
  const filters: ActiveFilter[] = [];
  const company = useCompanyName(search.customerId);
  if (search.access) filters.push({ label: t(accessWords[search.access]), onRemove: () => change({ access: undefined }) });
  if (search.customerId)
    filters.push({ label: t('filterCompany', { name: company ?? '…' }), onRemove: () => change({ customerId: undefined }) });
  return filters;
}

function useCompanyName(customerId: string | undefined): string | undefined {
  const company = useQuery({
    ...reading(customerContract.getCustomer, { params: { customerId: customerId ?? '' } }),
    enabled: Boolean(customerId),
  });
  return company.data?.name;
}

function NoPeople({ ofCompany }: { ofCompany: string | undefined }) {
  const t = usePhrases(contactPhrases);
  return (
    <Empty
      icon={IconUsers}
      title={t('emptyTitle')}
      body={ofCompany ? t('emptyOfCompany') : t('emptyBody')}
      action={
        <LinkButton
          to="/contacts/new"
          search={ofCompany ? { customerId: ofCompany } : {}}
          leftSection={<IconUserPlus size={17} aria-hidden />}
        >
          {t('newContact')}
        </LinkButton>
      }
    />
  );
}

function CopyAddresses({ contacts }: { contacts: ContactView[] }) {
  const t = usePhrases(contactPhrases);
  const addresses = contacts.flatMap(({ email }) => email ?? []);
  const copy = async () => {
    if (addresses.length === 0) return tell(t('noAddresses'));
    await copyText(addresses.join(', '));
    tell(addresses.length === 1 ? t('addressCopied') : t('addressesCopied', { count: addresses.length }));
  };
  return (
    <Group gap="xs">
      <Button size="xs" onClick={copy}>
        {t('copyAddresses')}
      </Button>
    </Group>
  );
}
