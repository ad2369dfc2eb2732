import { useState } from 'react';
import { PeopleList } from '../../modules/contact/web/people-list.tsx';
import type { PeopleSearch } from '../../modules/contact/web/people-search.ts';
import { CustomerPage } from '../../modules/customer/web/customer-page.tsx';

/** A company with its people: the two modules meet here, because the company's module does not know contacts. */
export function CompanyScreen() {
  return <CustomerPage people={(customerId) => <People key={customerId} customerId={customerId} />} />;
}

function People({ customerId }: { customerId: string }) {
  const [search, setSearch] = useState<PeopleSearch>({});
  return <PeopleList search={search} onSearch={setSearch} ofCompany={customerId} />;
}
