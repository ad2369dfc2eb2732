-- What name-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listContactNames
select "id", "title", "first_name", "last_name"
from "contact"
where "workspace_id" = $1 and "id" in ($2, $3);

-- listCustomerNames
select "id", "name"
from "customer"
where "workspace_id" = $1 and "id" in ($2, $3);

-- listPortalNames
select "id", "name"
from "portal"
where "workspace_id" = $1 and "id" in ($2, $3);

-- listUserNames
select "id", "name"
from "user"
where "workspace_id" = $1 and "id" in ($2, $3);

-- listAccountNames
select "account"."id", "account"."account_name", "user"."name"
from "account"
left join "user" on "user"."workspace_id" = "account"."workspace_id" and "user"."account_id" = "account"."id"
where "account"."workspace_id" = $1 and "account"."id" in ($2, $3);

-- listHolders: of accounts
select "access"."id" as "access_id", "access"."account_id", "contact"."id" as "contact_id", "contact"."title", "contact"."first_name",
  "contact"."last_name"
from "access"
inner join "assignment" on "assignment"."workspace_id" = "access"."workspace_id" and "assignment"."access_id" = "access"."id"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
where "access"."workspace_id" = $1 and "access"."account_id" in ($2, $3)
order by "assignment"."assigned_at", "contact"."id";

-- listHolders: of accounts and accesses
select "access"."id" as "access_id", "access"."account_id", "contact"."id" as "contact_id", "contact"."title", "contact"."first_name",
  "contact"."last_name"
from "access"
inner join "assignment" on "assignment"."workspace_id" = "access"."workspace_id" and "assignment"."access_id" = "access"."id"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
where "access"."workspace_id" = $1 and ("access"."account_id" in ($2, $3) or "access"."id" in ($4, $5))
order by "assignment"."assigned_at", "contact"."id";
