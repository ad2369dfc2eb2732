-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listContactsOfAccesses
select "assignment"."access_id", "assignment"."contact_id", "contact"."title", "contact"."first_name", "contact"."last_name",
  "contact"."email", "contact"."customer_id", "contact"."company"
from "assignment"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
where "assignment"."workspace_id" = $1 and "assignment"."access_id" in ($2, $3)
order by "assignment"."assigned_at", "assignment"."contact_id";

select "assignment_area"."access_id", "assignment_area"."contact_id", "area"."key"
from "assignment_area"
inner join "area" on "area"."workspace_id" = "assignment_area"."workspace_id" and "area"."id" = "assignment_area"."area_id"
where "assignment_area"."workspace_id" = $1 and "assignment_area"."access_id" in ($2, $3)
order by "area"."position", "area"."id";

-- listUserNames
select "id", "name"
from "user"
where "workspace_id" = $1 and "id" in ($2, $3);
