import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconBuilding, IconDoor, IconLifebuoy, IconLogout, IconSearch, IconUser, IconUserCircle, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import { contactContract } from '../../modules/contact/contract.ts';
import { customerContract } from '../../modules/customer/contract.ts';
import { portalContract } from '../../modules/portal/contract.ts';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { shellPhrases } from '../phrases.ts';
import { reading, useRead } from '../query.ts';
import { signOut } from './account-actions.ts';
import { paletteStore, selectFirst } from './palette-store.ts';
import { isOpenTo, places } from './places.ts';

const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

const leading = (Icon: typeof IconUser) => <Icon size={18} stroke={1.7} aria-hidden />;

/** Strg/⌘ K: people and companies from the server, pages and actions from here. */
export function CommandPalette() {
  const t = usePhrases(shellPhrases);
  const navigate = useNavigate();
  const { administrator } = useMe();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 200);
  const found = { enabled: asked.length > 1 };
  const people = useQuery({ ...reading(contactContract.listContacts, { query: { q: asked, limit: 6 } }), ...found });
  const companies = useQuery({ ...reading(customerContract.listCustomers, { query: { q: asked, limit: 4 } }), ...found });

  const portals = useRead(portalContract.listPortals);

  const matches = (label: string) => fold(label).includes(fold(query.trim()));
  const pages = [
    ...places.filter((place) => isOpenTo(place, administrator)).map(({ key, to, icon }) => ({ label: t(key), to, icon })),
    { label: t('profile'), to: '/profile' as const, icon: IconUserCircle },
  ].filter(({ label }) => matches(label));
  const doors = (portals.data?.items ?? [])
    .flatMap(({ id, name }) => [
      { key: id, label: name, to: '/portals/$portalId' as const, params: { portalId: id } },
      { key: `${id}-users`, label: t('portalUsersOf', { name }), to: '/portals/$portalId/users' as const, params: { portalId: id } },
    ])
    .filter(({ label }) => query.trim() !== '' && matches(label))
    .slice(0, 8);
  const actions = [
    { label: t('lockedOut'), icon: IconLifebuoy, run: () => navigate({ to: '/diagnosis' }) },
    { label: t('newContact'), icon: IconUserPlus, run: () => navigate({ to: '/contacts/new' }) },
    { label: t('newCustomer'), icon: IconBuilding, run: () => navigate({ to: '/customers/new' }) },
    ...(administrator ? [{ label: t('newPortal'), icon: IconDoor, run: () => navigate({ to: '/portals/new' }) }] : []),
    { label: t('signOut'), icon: IconLogout, run: signOut },
  ].filter(({ label }) => matches(label));
  const persons = asked.length > 1 ? (people.data?.items ?? []) : [];
  const firms = asked.length > 1 ? (companies.data?.items ?? []) : [];
  const hits = [...[...persons, ...firms].map(({ id }) => id), ...[...doors, ...pages, ...actions].map(({ label }) => label)].join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new set of hits is a reason to look at the first again
  useLayoutEffect(selectFirst, [hits]);

  const isSearching = asked.length > 1 && (people.isFetching || companies.isFetching);
  const isEmpty = doors.length + pages.length + actions.length + persons.length + firms.length === 0;

  return (
    <Spotlight.Root
      store={paletteStore}
      transitionProps={{ duration: 0 }}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      attributes={{ content: { 'aria-label': t('findShort') } }}
    >
      <Spotlight.Search placeholder={t('find')} aria-label={t('find')} leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList aria-label={t('findShort')}>
        {persons.length > 0 && (
          <Spotlight.ActionsGroup label={t('people')}>
            {persons.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={`${person.firstName} ${person.lastName}`.trim()}
                description={[person.customerName, person.email].filter(Boolean).join(' · ')}
                leftSection={leading(IconUser)}
                onClick={() => navigate({ to: '/contacts/$contactId', params: { contactId: person.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {firms.length > 0 && (
          <Spotlight.ActionsGroup label={t('companies')}>
            {firms.map((firm) => (
              <Spotlight.Action
                key={firm.id}
                label={firm.name}
                {...(firm.city && { description: firm.city })}
                leftSection={leading(IconBuilding)}
                onClick={() => navigate({ to: '/customers/$customerId', params: { customerId: firm.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {doors.length + pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('pages')}>
            {doors.map(({ key, label, to, params }) => (
              <Spotlight.Action key={key} label={label} leftSection={leading(IconDoor)} onClick={() => navigate({ to, params })} />
            ))}
            {pages.map(({ label, to, icon }) => (
              <Spotlight.Action key={to} label={label} leftSection={leading(icon)} onClick={() => navigate({ to })} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t('actions')}>
            {actions.map(({ label, icon, run }) => (
              <Spotlight.Action key={label} label={label} leftSection={leading(icon)} onClick={() => run()} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{isSearching ? t('searching') : t('nothingFound')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
