-- What company-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listCompanies
select "contact"."id" as "contact_id", "contact"."company", "contact"."title", "contact"."first_name", "contact"."last_name",
  "session"."id" is not null as "chosen"
from "assignment"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
left join "session" on "session"."workspace_id" = "assignment"."workspace_id"
  and "session"."contact_id" = "assignment"."contact_id"
  and "session"."id" = $1
where "assignment"."workspace_id" = $2 and "assignment"."access_id" = $3 and "customer"."closed_at" is null
order by "assignment"."assigned_at", "assignment"."contact_id";

-- listAreaIdsOfContact
select "area_id"
from "assignment_area"
where "workspace_id" = $1 and "access_id" = $2 and "contact_id" = $3;
