-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- lockHead
insert into "event_head" ("workspace_id", "sequence", "hash")
values ($1, $2, $3)
on conflict do nothing;

select "sequence", "hash"
from "event_head"
where "workspace_id" = $1
for update;

-- appendEvents: without personal details
insert into "event" (
  "workspace_id", "sequence", "id", "at", "name", "actor_kind", "actor_id", "on_behalf_of", "subject_type", "subject_id", "change",
  "commitment", "previous_hash", "hash"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

update "event_head"
set "sequence" = $1, "hash" = $2
where "workspace_id" = $3;

-- appendEvents: two, one with personal details
insert into "event" (
  "workspace_id", "sequence", "id", "at", "name", "actor_kind", "actor_id", "on_behalf_of", "subject_type", "subject_id", "change",
  "commitment", "previous_hash", "hash"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14), ($15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28);

insert into "event_detail" ("workspace_id", "sequence", "salt", "personal")
values ($1, $2, $3, $4);

-- again statement 2 of „without personal details“

-- findHead
select "sequence", "hash"
from "event_head"
where "workspace_id" = $1;

-- readChain
select "event"."workspace_id", "event"."sequence", "event"."id", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id",
  "event"."on_behalf_of", "event"."subject_type", "event"."subject_id", "event"."change", "event"."commitment", "event"."previous_hash",
  "event"."hash", "event_detail"."salt", "event_detail"."personal"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
where "event"."workspace_id" = $1 and "event"."sequence" > $2
order by "event"."sequence"
limit $3;

-- listEvents: all
select "event"."id", "event"."sequence", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id", "event"."on_behalf_of",
  "event"."subject_type", "event"."subject_id", "event"."change", "event_detail"."personal", "user"."name" as "actor_name"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1
order by "event"."sequence" desc
limit $2;

select count(*) as count
from (select "event"."sequence" from "event" where "event"."workspace_id" = $1 limit 10001) as counted;

-- listEvents: of a subject
select "event"."id", "event"."sequence", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id", "event"."on_behalf_of",
  "event"."subject_type", "event"."subject_id", "event"."change", "event_detail"."personal", "user"."name" as "actor_name"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1 and "event"."subject_type" = $2 and "event"."subject_id" = $3
order by "event"."sequence" desc
limit $4;

select count(*) as count
from (
  select "event"."sequence"
  from "event"
  where "event"."workspace_id" = $1 and "event"."subject_type" = $2 and "event"."subject_id" = $3
  limit 10001
) as counted;

-- listEvents: of a name
select "event"."id", "event"."sequence", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id", "event"."on_behalf_of",
  "event"."subject_type", "event"."subject_id", "event"."change", "event_detail"."personal", "user"."name" as "actor_name"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1 and "event"."name" = $2
order by "event"."sequence" desc
limit $3;

select count(*) as count
from (select "event"."sequence" from "event" where "event"."workspace_id" = $1 and "event"."name" = $2 limit 10001) as counted;

-- listEvents: the next page
select "event"."id", "event"."sequence", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id", "event"."on_behalf_of",
  "event"."subject_type", "event"."subject_id", "event"."change", "event_detail"."personal", "user"."name" as "actor_name"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1 and "event"."sequence" < $2
order by "event"."sequence" desc
limit $3;

-- again statement 2 of „all“

-- listEvents: the page before
select "event"."id", "event"."sequence", "event"."at", "event"."name", "event"."actor_kind", "event"."actor_id", "event"."on_behalf_of",
  "event"."subject_type", "event"."subject_id", "event"."change", "event_detail"."personal", "user"."name" as "actor_name"
from "event"
left join "event_detail" on "event_detail"."workspace_id" = "event"."workspace_id" and "event_detail"."sequence" = "event"."sequence"
left join "user" on "user"."workspace_id" = "event"."workspace_id" and "user"."id" = "event"."actor_id"
where "event"."workspace_id" = $1 and "event"."sequence" > $2
order by "event"."sequence" asc
limit $3;

-- again statement 2 of „all“
