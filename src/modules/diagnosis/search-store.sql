-- What search-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listNamedAccesses
select distinct on (access.id) access.id as access_id, named."as"
from (
  select id, 'account-name' as "as", 1 as place
  from account
  where workspace_id = $1 and kind = 'portal' and account_name_key = $2 and deleted_at is null
  union all (
    select id, 'address', 2
    from account
    where workspace_id = $3 and kind = 'portal' and lower(email) = $4 and deleted_at is null
    limit $5
  )
  union all (
    select id, 'new-address', 3
    from account
    where workspace_id = $6 and new_email_until is not null and lower(new_email) = $7 and deleted_at is null
    limit $8
  )
) named
join access on access.workspace_id = $9 and access.account_id = named.id and access.deleted_at is null
order by access.id, named.place
limit $10;

-- listFormerHolders
with sent as materialized (
  select account_id, queued_at
  from message
  where workspace_id = $1 and lower(recipient_address) = $2
  order by queued_at desc
  limit 200
)
select access.id as access_id, access.account_id, max(sent.queued_at) as at
from sent
join account on account.workspace_id = $3 and account.id = sent.account_id and account.deleted_at is null and lower(account.email) <> $4
join access on access.workspace_id = $5 and access.account_id = account.id and access.deleted_at is null
group by access.id, access.account_id
order by max(sent.queued_at) desc
limit $6;

-- listAccessesWithWords
with hit as materialized (
  select id, sort_name
  from access
  where workspace_id = $1
    and deleted_at is null
    and (
      (access.search_text like pforte_fold($2) or access.search_text like pforte_fold_wide($3))
      and (access.search_text like pforte_fold($4) or access.search_text like pforte_fold_wide($5))
    )
  limit 200
)
select id
from hit
order by sort_name, id
limit $6;

-- listAddressHolders
with named as materialized (
  select found.id
  from unnest($1::text[]) as asked (address)
  cross join lateral (
    (
      select id
      from account
      where workspace_id = $2 and kind = 'portal' and account_name_key = asked.address and deleted_at is null
      limit 1
    ) union (
      select id
      from account
      where workspace_id = $3 and kind = 'portal' and lower(email) = asked.address and deleted_at is null
      limit 10
    )
  ) found
  limit 50
)
select access.id as access_id, null::uuid as contact_id, array[account.account_name, account.email] as addresses
from named
join account on account.workspace_id = $4 and account.id = named.id
join access on access.workspace_id = $5 and access.account_id = account.id and access.deleted_at is null
union all (
  select null, found.id, array[found.email]
  from unnest($6::text[]) as asked (address)
  cross join lateral (select id, email from contact where workspace_id = $7 and lower(email) = asked.address limit 10) found
  limit 50
);

-- listSameLocalPart
with hit as materialized (
  select id
  from access
  where workspace_id = $1
    and deleted_at is null
    and ((access.search_text like pforte_fold($2) or access.search_text like pforte_fold_wide($3)))
  limit 200
),
known as materialized (
  select id
  from contact
  where workspace_id = $4
    and email is not null
    and ((contact.search_text like pforte_fold($5) or contact.search_text like pforte_fold_wide($6)))
  limit 200
)
select access.id as access_id, null::uuid as contact_id, array[account.account_name, account.email] as addresses
from hit
join access on access.workspace_id = $7 and access.id = hit.id
join account on account.workspace_id = $8 and account.id = access.account_id and account.deleted_at is null
union all
select null, contact.id, array[contact.email]
from known
join contact on contact.workspace_id = $9 and contact.id = known.id;

-- listSimilar
select set_config('pg_trgm.word_similarity_threshold', $1, true);

with hit as materialized (
  select id
  from access
  where workspace_id = $1 and deleted_at is null and (pforte_fold($2) <% access.search_text)
  limit 200
),
known as materialized (
  select id
  from contact
  where workspace_id = $3 and email is not null and (pforte_fold($4) <% contact.search_text)
  limit 200
)
select access.id as access_id, null::uuid as contact_id, array[account.account_name, account.email] as addresses
from hit
join access on access.workspace_id = $5 and access.id = hit.id
join account on account.workspace_id = $6 and account.id = access.account_id and account.deleted_at is null
union all
select null, contact.id, array[contact.email]
from known
join contact on contact.workspace_id = $7 and contact.id = known.id;

-- listContactsMeant: by address
select contact.id, contact.title, contact.first_name, contact.last_name, contact.email, contact.company,
  coalesce(ways.living, '{}') as access_ids, ways.deleted as deleted_access_id
from (select id from contact where workspace_id = $1 and lower(email) = $2 limit $3) hit
join contact on contact.workspace_id = $4 and contact.id = hit.id
left join lateral (
  select array_agg(access.id order by access.created_at) filter (where access.deleted_at is null) as living,
    (array_agg(access.id order by access.deleted_at desc) filter (where access.deleted_at is not null))[1] as deleted
  from assignment
  join access on access.workspace_id = $5 and access.id = assignment.access_id
  where assignment.workspace_id = $6 and assignment.contact_id = contact.id
) ways on true
order by contact.sort_name, contact.id
limit $7;

-- listContactsMeant: by the number of their company
select contact.id, contact.title, contact.first_name, contact.last_name, contact.email, contact.company,
  coalesce(ways.living, '{}') as access_ids, ways.deleted as deleted_access_id
from (
  select contact.id
  from customer
  join contact on contact.workspace_id = $1 and contact.customer_id = customer.id
  where customer.workspace_id = $2 and lower(customer.external_id) = $3
  limit $4
) hit
join contact on contact.workspace_id = $5 and contact.id = hit.id
left join lateral (
  select array_agg(access.id order by access.created_at) filter (where access.deleted_at is null) as living,
    (array_agg(access.id order by access.deleted_at desc) filter (where access.deleted_at is not null))[1] as deleted
  from assignment
  join access on access.workspace_id = $6 and access.id = assignment.access_id
  where assignment.workspace_id = $7 and assignment.contact_id = contact.id
) ways on true
order by contact.sort_name, contact.id
limit $8;

-- listContactsMeant: by words
select contact.id, contact.title, contact.first_name, contact.last_name, contact.email, contact.company,
  coalesce(ways.living, '{}') as access_ids, ways.deleted as deleted_access_id
from (
  select id
  from contact
  where workspace_id = $1 and ((contact.search_text like pforte_fold($2) or contact.search_text like pforte_fold_wide($3)))
  limit 200
) hit
join contact on contact.workspace_id = $4 and contact.id = hit.id
left join lateral (
  select array_agg(access.id order by access.created_at) filter (where access.deleted_at is null) as living,
    (array_agg(access.id order by access.deleted_at desc) filter (where access.deleted_at is not null))[1] as deleted
  from assignment
  join access on access.workspace_id = $5 and access.id = assignment.access_id
  where assignment.workspace_id = $6 and assignment.contact_id = contact.id
) ways on true
order by contact.sort_name, contact.id
limit $7;

-- listContactsMeant: by id
select contact.id, contact.title, contact.first_name, contact.last_name, contact.email, contact.company,
  coalesce(ways.living, '{}') as access_ids, ways.deleted as deleted_access_id
from (select unnest($1::uuid[]) as id) hit
join contact on contact.workspace_id = $2 and contact.id = hit.id
left join lateral (
  select array_agg(access.id order by access.created_at) filter (where access.deleted_at is null) as living,
    (array_agg(access.id order by access.deleted_at desc) filter (where access.deleted_at is not null))[1] as deleted
  from assignment
  join access on access.workspace_id = $3 and access.id = assignment.access_id
  where assignment.workspace_id = $4 and assignment.contact_id = contact.id
) ways on true
order by contact.sort_name, contact.id
limit $5;
