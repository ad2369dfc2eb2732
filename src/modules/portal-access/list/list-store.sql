-- What list-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listAccessIds: by name
select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null
order by access.sort_name asc, "access"."id" asc
limit $2;

select count(*) as count
from (select "access"."id" from "access" where "access"."workspace_id" = $1 and "access"."deleted_at" is null limit 10001) as counted;

-- listAccessIds: the page before
select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null and (access.sort_name, access.id) < ($2::text, $3::uuid)
order by access.sort_name desc, "access"."id" desc
limit $4;

-- again statement 2 of „by name“

-- listAccessIds: by name downwards, a search with few hits
select "access"."id"
from "access"
where "access"."workspace_id" = $1
  and "access"."deleted_at" is null
  and (("access"."search_text" like pforte_fold($2) or "access"."search_text" like pforte_fold_wide($3)))
limit $4;

select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."id" = any($2::uuid[])
order by access.sort_name desc, "access"."id" desc
limit $3;

-- listAccessIds: a search with many hits
-- again statement 1 of „by name downwards, a search with few hits“

select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1
  and "access"."deleted_at" is null
  and (("access"."search_text" like pforte_fold($2) or "access"."search_text" like pforte_fold_wide($3)))
order by access.sort_name asc, "access"."id" asc
limit $4;

explain (format json)
select "access"."id"
from "access"
where "access"."workspace_id" = $1
  and "access"."deleted_at" is null
  and (("access"."search_text" like pforte_fold($2) or "access"."search_text" like pforte_fold_wide($3)));

-- listAccessIds: a search for typing mistakes
-- again statement 1 of „by name downwards, a search with few hits“

select set_config('pg_trgm.word_similarity_threshold', '0.5', true);

select "access"."id"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null and (pforte_fold($2) <% "access"."search_text")
limit $3;

select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."id" = any($2::uuid[])
order by access.sort_name asc, "access"."id" asc
limit $3;

-- listAccessIds: by creation
select "access"."id", to_json(access.created_at)#>>'{}' as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null and (access.created_at, access.id) > ($2::timestamptz, $3::uuid)
order by access.created_at asc, "access"."id" asc
limit $4;

-- again statement 2 of „by name“

-- listAccessIds: by last sign-in downwards
select "access"."id", to_json(coalesce(access.last_sign_in_at, 'epoch'::timestamptz))#>>'{}' as "sort_key"
from "access"
where "access"."workspace_id" = $1
  and "access"."deleted_at" is null
  and (coalesce(access.last_sign_in_at, 'epoch'::timestamptz), access.id) < ($2::timestamptz, $3::uuid)
order by coalesce(access.last_sign_in_at, 'epoch'::timestamptz) desc, "access"."id" desc
limit $4;

-- again statement 2 of „by name“

-- listAccessIds: by expiry
select "access"."id", coalesce(access.expires_on, '9999-12-31'::date)::text as "sort_key"
from "access"
where "access"."workspace_id" = $1
  and "access"."deleted_at" is null
  and (coalesce(access.expires_on, '9999-12-31'::date), access.id) > ($2::date, $3::uuid)
order by coalesce(access.expires_on, '9999-12-31'::date) asc, "access"."id" asc
limit $4;

-- again statement 2 of „by name“

-- listAccessStretch: the first
select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null
order by access.sort_name asc, "access"."id" asc
limit $2;

-- listAccessStretch: a next one
select "access"."id", access.sort_name as "sort_key"
from "access"
where "access"."workspace_id" = $1 and "access"."deleted_at" is null and (access.sort_name, access.id) > ($2::text, $3::uuid)
order by access.sort_name asc, "access"."id" asc
limit $4;

-- countViews
select (
  select count(*)
  from ((select "access"."id" from "access" where "access"."workspace_id" = $1 and "access"."deleted_at" is null limit $2)) as counted
) as "all",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $3 and "access"."deleted_at" is null limit $4)) as counted
  ) as "invited",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $5 and "access"."deleted_at" is null limit $6)) as counted
  ) as "never-signed-in",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $7 and "access"."deleted_at" is null limit $8)) as counted
  ) as "expiring",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $9 and "access"."deleted_at" is null limit $10)) as counted
  ) as "blocked",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $11 and "access"."deleted_at" is null limit $12)) as counted
  ) as "pending",
  (
    select count(*)
    from ((select "access"."id" from "access" where "access"."workspace_id" = $13 and "access"."deleted_at" is null limit $14)) as counted
  ) as "mail-failed";
