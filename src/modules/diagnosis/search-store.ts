import { type Kysely, type RawBuilder, sql } from 'kysely';
import { containsWords, resemblesWords } from '../../platform/db/search.ts';
import type { AccessId } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';

type Db = Kysely<Schema>;

/** How an account is named by what was typed. */
export type NamedAs = 'account-name' | 'address' | 'new-address';
export type NamedAccess = { accessId: AccessId; as: NamedAs };

/** Living accesses whose account has this name or this address, or waits for it. `nameKey`: as account names are compared; `address`: in its stored form. */
export async function listNamedAccesses(
  db: Db,
  workspaceId: WorkspaceId,
  { nameKey, address }: { nameKey: string; address: string | undefined },
  most: number,
): Promise<NamedAccess[]> {
  const { rows } = await sql<NamedAccess>`
    select distinct on (access.id) access.id as access_id, named."as"
    from (
      select id, 'account-name' as "as", 1 as place from account
      where workspace_id = ${workspaceId} and kind = 'portal' and account_name_key = ${nameKey} and deleted_at is null
      union all
      (select id, 'address', 2 from account
      where workspace_id = ${workspaceId} and kind = 'portal' and lower(email) = ${address?.toLowerCase() ?? null} and deleted_at is null limit ${most})
      union all
      (select id, 'new-address', 3 from account
      where workspace_id = ${workspaceId} and new_email_until is not null and lower(new_email) = ${address?.toLowerCase() ?? null} and deleted_at is null
      limit ${most})
    ) named
    join access on access.workspace_id = ${workspaceId} and access.account_id = named.id and access.deleted_at is null
    order by access.id, named.place
    limit ${most}
  `.execute(db);
  return rows;
}

/** Accounts that mails went to at this address, and when last, among the newest 200 such mails: a former address, where they have another one today. */
export async function listFormerHolders(
  db: Db,
  workspaceId: WorkspaceId,
  address: string,
  most: number,
): Promise<{ accessId: AccessId; accountId: AccountId; at: Date }[]> {
  const { rows } = await sql<{ accessId: AccessId; accountId: AccountId; at: Date }>`
    with sent as materialized (
      select account_id, queued_at from message
      where workspace_id = ${workspaceId} and lower(recipient_address) = ${address.toLowerCase()}
      order by queued_at desc limit 200
    )
    select access.id as access_id, access.account_id, max(sent.queued_at) as at
    from sent
    join account on account.workspace_id = ${workspaceId} and account.id = sent.account_id and account.deleted_at is null
      and lower(account.email) <> ${address.toLowerCase()}
    join access on access.workspace_id = ${workspaceId} and access.account_id = account.id and access.deleted_at is null
    group by access.id, access.account_id
    order by max(sent.queued_at) desc
    limit ${most}
  `.execute(db);
  return rows;
}

/** Living accesses in whose names, addresses, company or numbers every word stands, by name: the first of at most 200 that are looked at. */
export async function listAccessesWithWords(
  db: Db,
  workspaceId: WorkspaceId,
  searched: readonly string[],
  most: number,
): Promise<AccessId[]> {
  const { rows } = await sql<{ id: AccessId }>`
    with hit as materialized (
      select id, sort_name from access
      where workspace_id = ${workspaceId} and deleted_at is null and ${containsWords(sql`access.search_text`, searched)}
      limit 200
    )
    select id from hit order by sort_name, id limit ${most}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody whose address may be meant. */
export type SimilarAddress = { accessId: AccessId | null; contactId: ContactId | null; addresses: string[] };

/** Who has one of some addresses, or one of them as the account name. A few thousand are as quick as one: each is looked up in an index. */
export async function listAddressHolders(db: Db, workspaceId: WorkspaceId, addresses: readonly string[]): Promise<SimilarAddress[]> {
  const asked = sql`unnest(${[...addresses]}::text[]) as asked (address)`;
  // One look into the index for each: the database would rather read the whole table.
  const { rows } = await sql<SimilarAddress>`
    with named as materialized (
      select found.id from ${asked} cross join lateral (
        (select id from account
        where workspace_id = ${workspaceId} and kind = 'portal' and account_name_key = asked.address and deleted_at is null limit 1)
        union
        (select id from account
        where workspace_id = ${workspaceId} and kind = 'portal' and lower(email) = asked.address and deleted_at is null limit 10)
      ) found limit 50
    )
    select access.id as access_id, null::uuid as contact_id, array[account.account_name, account.email] as addresses
    from named
    join account on account.workspace_id = ${workspaceId} and account.id = named.id
    join access on access.workspace_id = ${workspaceId} and access.account_id = account.id and access.deleted_at is null
    union all
    (select null, found.id, array[found.email] from ${asked} cross join lateral (
      select id, email from contact where workspace_id = ${workspaceId} and lower(email) = asked.address limit 10
    ) found limit 50)
  `.execute(db);
  return rows;
}

/** Accesses and contacts by their text: at most 200 of each. How similar the address itself is judges the caller. */
const listByText = async (
  db: Db,
  workspaceId: WorkspaceId,
  fits: (column: RawBuilder<unknown>) => RawBuilder<boolean>,
): Promise<SimilarAddress[]> => {
  const { rows } = await sql<SimilarAddress>`
    with hit as materialized (
      select id from access where workspace_id = ${workspaceId} and deleted_at is null and ${fits(sql`access.search_text`)} limit 200
    ), known as materialized (
      select id from contact where workspace_id = ${workspaceId} and email is not null and ${fits(sql`contact.search_text`)} limit 200
    )
    select access.id as access_id, null::uuid as contact_id, array[account.account_name, account.email] as addresses
    from hit
    join access on access.workspace_id = ${workspaceId} and access.id = hit.id
    join account on account.workspace_id = ${workspaceId} and account.id = access.account_id and account.deleted_at is null
    union all
    select null, contact.id, array[contact.email]
    from known
    join contact on contact.workspace_id = ${workspaceId} and contact.id = known.id
  `.execute(db);
  return rows;
};

/** Addresses with the same part in front of the @, whatever their domain. */
export const listSameLocalPart = (db: Db, workspaceId: WorkspaceId, localPart: string): Promise<SimilarAddress[]> =>
  listByText(db, workspaceId, (column) => containsWords(column, [`${localPart}@`]));

/** Whoever resembles what was typed. `threshold`: from 0 (everybody) to 1; the higher, the fewer rows have to be looked at. */
export async function listSimilar(
  db: Db,
  workspaceId: WorkspaceId,
  { typed, threshold }: { typed: string; threshold: number },
): Promise<SimilarAddress[]> {
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(threshold)}, true)`.execute(db);
  return listByText(db, workspaceId, (column) => resemblesWords(column, [typed]));
}

/** A contact with what accesses there are: the living ones, and if there are none, the last one that was deleted. */
export type FoundContact = {
  id: ContactId;
  title: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string;
  accessIds: AccessId[];
  deletedAccessId: AccessId | null;
};

/** Contacts by address, by the number of their company, by words of theirs, or by id. */
export async function listContactsMeant(
  db: Db,
  workspaceId: WorkspaceId,
  by: { address: string } | { customerNumber: string } | { searched: readonly string[] } | { ids: readonly ContactId[] },
  most: number,
): Promise<FoundContact[]> {
  const { rows } = await sql<FoundContact>`
    select contact.id, contact.title, contact.first_name, contact.last_name, contact.email, contact.company,
      coalesce(ways.living, '{}') as access_ids, ways.deleted as deleted_access_id
    from (${idsOf(workspaceId, by, most)}) hit
    join contact on contact.workspace_id = ${workspaceId} and contact.id = hit.id
    left join lateral (
      select array_agg(access.id order by access.created_at) filter (where access.deleted_at is null) as living,
        (array_agg(access.id order by access.deleted_at desc) filter (where access.deleted_at is not null))[1] as deleted
      from assignment
      join access on access.workspace_id = ${workspaceId} and access.id = assignment.access_id
      where assignment.workspace_id = ${workspaceId} and assignment.contact_id = contact.id
    ) ways on true
    order by contact.sort_name, contact.id
    limit ${most}
  `.execute(db);
  return rows;
}

function idsOf(workspaceId: WorkspaceId, by: Parameters<typeof listContactsMeant>[2], most: number) {
  if ('ids' in by) return sql`select unnest(${[...by.ids]}::uuid[]) as id`;
  if ('address' in by)
    return sql`select id from contact where workspace_id = ${workspaceId} and lower(email) = ${by.address.toLowerCase()} limit ${most}`;
  if ('customerNumber' in by)
    return sql`select contact.id from customer
      join contact on contact.workspace_id = ${workspaceId} and contact.customer_id = customer.id
      where customer.workspace_id = ${workspaceId} and lower(customer.external_id) = ${by.customerNumber.toLowerCase()} limit ${most}`;
  return sql`select id from contact where workspace_id = ${workspaceId} and ${containsWords(sql`contact.search_text`, by.searched)} limit 200`;
}
