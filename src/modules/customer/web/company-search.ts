import { oneOf, textOf } from '../../../web/search.ts';

export const companySorts = ['name', '-name', 'updatedAt', '-updatedAt'] as const;

/** What the address of a list of companies can say. */
export type CompanySearch = { q?: string | undefined; sort?: (typeof companySorts)[number] | undefined; cursor?: string | undefined };

export const readCompanySearch = (search: Record<string, unknown>): CompanySearch => ({
  q: textOf(search, 'q'),
  sort: oneOf(search, 'sort', companySorts),
  cursor: textOf(search, 'cursor'),
});
