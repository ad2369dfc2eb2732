import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PeopleList } from '../../modules/contact/web/people-list.tsx';
import type { PeopleSearch } from '../../modules/contact/web/people-search.ts';
import { contactPhrases } from '../../modules/contact/web/phrases.ts';
import { CompanyList } from '../../modules/customer/web/company-list.tsx';
import type { CompanySearch } from '../../modules/customer/web/company-search.ts';
import { customerPhrases } from '../../modules/customer/web/phrases.ts';
import { usePhrases } from '../language.ts';
import { LinkButton } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { TabLinks, tabLinkClass } from '../ui/tab-links.tsx';

/** Kunden: people and companies, two views of one place. */
export function CustomersScreen() {
  const t = usePhrases(contactPhrases);
  const company = usePhrases(customerPhrases);
  const { view = 'people', ...search } = useSearch({ from: '/app/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const isPeople = view === 'people';
  const searchPeople = useCallback((next: PeopleSearch) => navigate({ search: next, replace: true }), [navigate]);
  const searchCompanies = useCallback(
    (next: CompanySearch) => navigate({ search: { ...next, view: 'companies' }, replace: true }),
    [navigate],
  );
  const newPerson = (
    <LinkButton
      to="/contacts/new"
      search={search.customerId ? { customerId: search.customerId } : {}}
      variant={isPeople ? 'filled' : 'default'}
      leftSection={<IconUserPlus size={17} aria-hidden />}
      {...(isPeople && { 'data-new': true })}
    >
      {t('newContact')}
    </LinkButton>
  );
  const newCompany = (
    <LinkButton
      to="/customers/new"
      variant={isPeople ? 'default' : 'filled'}
      leftSection={<IconPlus size={17} aria-hidden />}
      {...(!isPeople && { 'data-new': true })}
    >
      {company('newCustomer')}
    </LinkButton>
  );

  return (
    <Page
      title={t('customersTitle')}
      tab={isPeople ? `${t('customersTitle')}: ${t('people')}` : `${t('customersTitle')}: ${t('companies')}`}
      actions={
        isPeople
          ? [<span key="company">{newCompany}</span>, <span key="person">{newPerson}</span>]
          : [<span key="person">{newPerson}</span>, <span key="company">{newCompany}</span>]
      }
    >
      <TabLinks label={t('viewOfCustomers')}>
        <Link to="/customers" search={{}} className={tabLinkClass} aria-current={isPeople ? 'page' : undefined}>
          {t('people')}
        </Link>
        <Link to="/customers" search={{ view: 'companies' }} className={tabLinkClass} aria-current={isPeople ? undefined : 'page'}>
          {t('companies')}
        </Link>
      </TabLinks>
      {isPeople ? <PeopleList search={search} onSearch={searchPeople} /> : <CompanyList search={search} onSearch={searchCompanies} />}
    </Page>
  );
}
