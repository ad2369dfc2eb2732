-- What timeline-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listEventsAbout
select "event"."at", "event"."name", "event"."actor_kind", "user"."name" as "actor_name"
from "event"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1 and "event"."subject_id" in ($2, $3)
order by "event"."sequence" desc
limit $4;

-- listMailIds
select "id"
from "message"
where "workspace_id" = $1 and "account_id" = $2 and "copy_of" is null
order by "queued_at" desc, "id" desc
limit $3;
