import { oneOf, textOf } from '../../../web/search.ts';

export const peopleSorts = ['name', '-name', 'updatedAt', '-updatedAt'] as const;

/** What the address of a list of people can say. */
export type PeopleSearch = {
  q?: string | undefined;
  sort?: (typeof peopleSorts)[number] | undefined;
  access?: 'with' | 'without' | 'invited' | undefined;
  customerId?: string | undefined;
  cursor?: string | undefined;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whatever stands in the address, only what the list understands gets through. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const customerId = textOf(search, 'customerId');
  return {
    q: textOf(search, 'q'),
    sort: oneOf(search, 'sort', peopleSorts),
    access: oneOf(search, 'access', ['with', 'without', 'invited']),
    customerId: customerId && uuid.test(customerId) ? customerId : undefined,
    cursor: textOf(search, 'cursor'),
  };
}
