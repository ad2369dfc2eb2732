-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findUserOfAccount
select "id", "account_id", "name", "language", "administrator", "deactivated_at"
from "user"
where "workspace_id" = $1 and "account_id" = $2;

-- insertUser
insert into "user" ("id", "account_id", "name", "language", "administrator", "deactivated_at", "workspace_id", "created_at")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- saveUser
update "user"
set "name" = $1, "language" = $2, "administrator" = $3, "deactivated_at" = $4, "version" = "version" + $5
where "workspace_id" = $6 and "id" = $7
returning "id", "account_id", "name", "language", "administrator", "deactivated_at";

-- listUserNames
select "account"."account_name"
from "user"
inner join "account" on "account"."workspace_id" = "user"."workspace_id" and "account"."id" = "user"."account_id"
where "user"."workspace_id" = $1 and "user"."deactivated_at" is null
order by "account"."account_name"
limit $2;
