import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

/** How many contacts have an address of each of these domains, counted up to a hundred; domains that nobody has are left out. */
export async function countDomains(
  db: Kysely<Schema>,
  workspaceId: WorkspaceId,
  domains: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ domain: string; count: number }>`
    select asked.domain, found.count
    from unnest(${[...domains]}::text[]) as asked (domain)
    cross join lateral (
      select count(*) as count from (
        select 1 from contact where contact.workspace_id = ${workspaceId} and contact.email is not null
          and lower(split_part(contact.email, '@', 2)) = asked.domain
        limit 100
      ) as limited
    ) as found
    where found.count > 0
  `.execute(db);
  return new Map(rows.map(({ domain, count }) => [domain, count]));
}
