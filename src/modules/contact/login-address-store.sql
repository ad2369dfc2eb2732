-- What login-address-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- lockAddress
select pg_advisory_xact_lock(hashtextextended($1, 0));

-- findLoginAt
select "account"."id"
from "account"
inner join "access" on "access"."workspace_id" = "account"."workspace_id" and "access"."account_id" = "account"."id"
where "account"."workspace_id" = $1
  and "account"."kind" = $2
  and "account"."id" <> $3
  and "account"."deleted_at" is null
  and "access"."deleted_at" is null
  and (lower(account.email) = $4 or "account"."account_name_key" = $5)
  and ("account"."password_hash" is not null or "access"."origin" <> $6 or "access"."registered_at" is not null or "access"."pending" = $7)
  and "access"."portal_id" in (
    select "own"."portal_id"
    from "access" as "own"
    where "own"."workspace_id" = $8 and "own"."account_id" = $9 and "own"."deleted_at" is null
  )
limit $10;

-- lockContactsOfAccount
select "contact"."id", "contact"."email"
from "contact"
where "contact"."workspace_id" = $1
  and "contact"."id" in (
    select "assignment"."contact_id"
    from "assignment"
    inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
    where "assignment"."workspace_id" = $2 and "access"."account_id" = $3 and "access"."deleted_at" is null
  )
order by "contact"."id"
for update;
