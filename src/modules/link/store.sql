-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findLink
select "one_time_link"."id", "one_time_link"."account_id", "one_time_link"."portal_id", "one_time_link"."purpose",
  "one_time_link"."generation", "one_time_link"."created_at", "one_time_link"."expires_at", "one_time_link"."used_at",
  "one_time_link"."superseded_at", "account"."generation" as "account_generation"
from "one_time_link"
inner join "account" on "account"."workspace_id" = "one_time_link"."workspace_id" and "account"."id" = "one_time_link"."account_id"
where "one_time_link"."workspace_id" = $1 and "one_time_link"."secret_hash" = $2 and "account"."deleted_at" is null;

-- redeemLink
update "one_time_link"
set "used_at" = $1
where "workspace_id" = $2
  and "secret_hash" = $3
  and "purpose" in ($4, $5)
  and "used_at" is null
  and "superseded_at" is null
  and "expires_at" > $6
  and "generation" = (
    select "account"."generation"
    from "account"
    where "account"."workspace_id" = "one_time_link"."workspace_id"
      and "account"."id" = "one_time_link"."account_id"
      and "account"."deleted_at" is null
  )
returning "id", "account_id", "portal_id", "purpose";

-- supersedeLinks
update "one_time_link"
set "superseded_at" = $1
where "workspace_id" = $2 and "account_id" = $3 and "purpose" = $4 and "used_at" is null and "superseded_at" is null
returning "id";

-- insertLink
insert into "one_time_link" (
  "id", "account_id", "portal_id", "purpose", "generation", "created_at", "expires_at", "workspace_id", "secret_hash", "used_at",
  "superseded_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- findNewestLink
select "id", "account_id", "portal_id", "purpose", "generation", "created_at", "expires_at", "used_at", "superseded_at"
from "one_time_link"
where "workspace_id" = $1 and "account_id" = $2 and "purpose" in ($3, $4)
order by "created_at" desc, "id" desc
limit $5;

-- listOpenLinks
select "one_time_link"."id", "one_time_link"."account_id", "one_time_link"."portal_id", "one_time_link"."purpose",
  "one_time_link"."generation", "one_time_link"."created_at", "one_time_link"."expires_at", "one_time_link"."used_at",
  "one_time_link"."superseded_at"
from "one_time_link"
inner join "account" on "account"."workspace_id" = "one_time_link"."workspace_id" and "account"."id" = "one_time_link"."account_id"
where "one_time_link"."workspace_id" = $1
  and "one_time_link"."account_id" in ($2, $3)
  and "one_time_link"."used_at" is null
  and "one_time_link"."superseded_at" is null
  and "one_time_link"."expires_at" > $4
  and "one_time_link"."generation" = "account"."generation"
order by "one_time_link"."created_at" desc;

-- deadLinksOfMails
select "one_time_link"."id"
from "one_time_link"
inner join "account" on "account"."workspace_id" = "one_time_link"."workspace_id" and "account"."id" = "one_time_link"."account_id"
where "one_time_link"."workspace_id" = $1
  and "one_time_link"."id" in ($2)
  and "one_time_link"."used_at" is null
  and "one_time_link"."superseded_at" is null
  and "one_time_link"."expires_at" > $3
  and "account"."deleted_at" is null
  and "one_time_link"."generation" = "account"."generation";

-- countRefusal
update "one_time_link"
set "refusals" = "refusals" + $1, "refused_at" = $2, "refusal" = $3
where "workspace_id" = $4 and "id" = $5;
