-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findUserOfAccount
select "id", "account_id", "name", "language", "administrator", "may_impersonate", "deactivated_at"
from "user"
where "workspace_id" = $1 and "account_id" = $2;

-- insertUser
insert into "user" (
  "id", "account_id", "name", "language", "administrator", "may_impersonate", "deactivated_at", "workspace_id", "created_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- saveUser
update "user"
set "name" = $1, "language" = $2, "administrator" = $3, "may_impersonate" = $4, "deactivated_at" = $5, "version" = "version" + $6
where "workspace_id" = $7 and "id" = $8
returning "id", "account_id", "name", "language", "administrator", "may_impersonate", "deactivated_at";

-- listUserNames
select "account"."account_name"
from "user"
inner join "account" on "account"."workspace_id" = "user"."workspace_id" and "account"."id" = "user"."account_id"
where "user"."workspace_id" = $1 and "user"."deactivated_at" is null
order by "account"."account_name"
limit $2;
