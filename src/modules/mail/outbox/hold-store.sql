-- What hold-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- holdCause
case when exists (
  select
  from mail_template
  where mail_template.workspace_id = message.workspace_id and mail_template.key = message.template_key and not mail_template.active
) then 'template-inactive' when exists (
  select
  from address_mark
  where address_mark.workspace_id = message.workspace_id
    and address_mark.address_key = lower(message.recipient_address)
    and address_mark.released_at is null
) then 'address-marked' end

-- isHeld
(
  exists (
    select
    from mail_template
    where mail_template.workspace_id = message.workspace_id and mail_template.key = message.template_key and not mail_template.active
  )
  or exists (
    select
    from address_mark
    where address_mark.workspace_id = message.workspace_id
      and address_mark.address_key = lower(message.recipient_address)
      and address_mark.released_at is null
  )
)

-- findAddressMark
select "id", "address_key", "cause", "since", "message_id", "status", "answer", "released_at", "released_by"
from "address_mark"
where "workspace_id" = $1 and "address_key" = $2 and "released_at" is null;

-- listOpenMarks
select "address_key", "since", "address_mark"."message_id", "contact_id", count(*) over () as "count"
from "address_mark"
left join "message" on "message"."workspace_id" = "address_mark"."workspace_id" and "message"."id" = "address_mark"."message_id"
where "address_mark"."workspace_id" = $1 and "released_at" is null and "since" > $2
order by "since" desc, "address_key"
limit $3;

-- insertAddressMark
insert into "address_mark" ("workspace_id", "id", "address_key", "cause", "since", "message_id", "status", "answer")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("workspace_id", "address_key")
where "released_at" is null do nothing
returning "id";

-- releaseAddressMark
update "address_mark"
set "released_at" = $1, "released_by" = $2
where "workspace_id" = $3 and "address_key" = $4 and "released_at" is null
returning "id", "address_key", "cause", "since", "message_id", "status", "answer", "released_at", "released_by";

-- findLastRelease
select "released_at"
from "address_mark"
where "workspace_id" = $1 and "address_key" = $2 and "released_at" is not null
order by "released_at" desc
limit $3;

-- countHeldForAddress
select count(*) as "count"
from "message"
where "workspace_id" = $1
  and lower(recipient_address) = $2
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $3);

-- bringProbeForward
update "mail_setting"
set "paused_until" = $1
where "workspace_id" = $2 and "paused_since" is not null and "paused_until" <= $3
returning "workspace_id";

-- findQueuePause
select "paused_at", "paused_by", "paused_by_name"
from "queue_pause"
where "workspace_id" = $1;

-- insertQueuePause
insert into "queue_pause" ("workspace_id", "paused_at", "paused_by", "paused_by_name")
values ($1, $2, $3, $4)
on conflict ("workspace_id") do nothing
returning "workspace_id";

-- deleteQueuePause
delete from "queue_pause"
where "workspace_id" = $1
returning "paused_at", "paused_by", "paused_by_name";
