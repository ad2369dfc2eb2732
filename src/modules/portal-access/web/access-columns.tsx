import { Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import type { Column } from '../../../web/ui/list-table.tsx';
import { Time } from '../../../web/ui/time.tsx';
import type { AccessView } from '../contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import type { RoleNames } from './access-filter.tsx';
import { AdmissionState, AssignmentState, RegistrationState, Said } from './access-state.tsx';

/** The columns of the list. Of one portal, the source is known and the role takes its place. */
export function useAccessColumns({ isOfPortal, roles }: { isOfPortal: boolean; roles: RoleNames }): Column<AccessView>[] {
  const t = usePhrases(accessListPhrases);
  const source: Column<AccessView> = {
    id: 'source',
    header: t('source'),
    minWidth: '6.5rem',
    cell: ({ portal }) => (
      <Said label={t('source')}>
        <Text span size="sm">
          {portal.name}
        </Text>
      </Said>
    ),
  };
  const role: Column<AccessView> = {
    id: 'role',
    header: t('role'),
    minWidth: '6.5rem',
    cell: (access) => (
      <Said label={t('role')}>
        <Text span size="sm">
          {roles.get(access.role) ?? access.role}
        </Text>
      </Said>
    ),
  };
  return [
    { id: 'name', header: t('name'), minWidth: '11rem', sort: 'name', cell: (access) => <Name access={access} /> },
    isOfPortal ? role : source,
    { id: 'company', header: t('company'), minWidth: '7rem', cell: (access) => <Companies access={access} /> },
    { id: 'assignment', header: t('assignment'), minWidth: '8rem', cell: (access) => <AssignmentState access={access} /> },
    { id: 'registration', header: t('registration'), cell: (access) => <RegistrationState access={access} /> },
    { id: 'admission', header: t('admission'), minWidth: '8.5rem', cell: (access) => <AdmissionState access={access} /> },
    {
      id: 'lastSignIn',
      header: t('lastSignIn'),
      sort: 'lastSignInAt',
      isSecondary: true,
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <Time at={lastSignInAt} />
        ) : (
          <Text span size="sm" c="dimmed">
            {t('never')}
          </Text>
        ),
    },
  ];
}

function Name({ access }: { access: AccessView }) {
  return (
    <>
      <LinkText to="/accesses/$accessId" params={{ accessId: access.id }} fw={600} data-row-link>
        {access.name}
      </LinkText>
      <Text size="sm" c="dimmed">
        <AddressText address={access.email} />
      </Text>
      {access.accountName !== access.email && access.accountName !== access.name && (
        <Text size="sm" c="dimmed">
          {access.accountName}
        </Text>
      )}
    </>
  );
}

function Companies({ access }: { access: AccessView }) {
  const t = usePhrases(accessListPhrases);
  const companies = new Map(access.contacts.map(({ customerId, customerName }) => [customerId, customerName]));
  const [first] = companies;
  if (!first) {
    return (
      <Text span size="sm" c="dimmed">
        {t('unassigned')}
      </Text>
    );
  }
  const [customerId, name] = first;
  return (
    <>
      <LinkText to="/customers/$customerId" params={{ customerId }} c="inherit" size="sm">
        {name}
      </LinkText>
      {companies.size > 1 && (
        <Text size="xs" c="dimmed">
          {t('moreCompanies', { count: companies.size - 1 })}
        </Text>
      )}
    </>
  );
}
