-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findDelivery
select coalesce("message"."accepted_at", max("attempt"."started_at")) as "delivered_at"
from "message"
left join "attempt" on "attempt"."workspace_id" = "message"."workspace_id" and "attempt"."message_id" = "message"."id"
where "message"."workspace_id" = $1 and "message"."account_id" = $2 and "message"."link_id" = $3 and "message"."copy_of" is null
group by "message"."queued_at", "message"."id", "message"."accepted_at"
order by "message"."queued_at" desc
limit $4;

-- addVisit
insert into link_visit (workspace_id, link_id, kind, number, at, method, reason, program, last_at)
select $1::uuid, $2::uuid, $3, least(count(*) + 1, $4), $5, $6, $7, $8, $9
from link_visit
where workspace_id = $10 and link_id = $11 and kind = $12
on conflict (workspace_id, link_id, kind, number) do update
set further = link_visit.further + 1, last_at = greatest(link_visit.last_at, excluded.last_at);

-- listTracedLinks
select "one_time_link"."id", "one_time_link"."account_id", "one_time_link"."expires_at", "one_time_link"."used_at",
  "one_time_link"."superseded_at", "link_visit"."kind", "link_visit"."at", "link_visit"."method", "link_visit"."reason",
  "link_visit"."program", "link_visit"."further", "link_visit"."last_at"
from "one_time_link"
left join "link_visit" on "link_visit"."workspace_id" = "one_time_link"."workspace_id" and "link_visit"."link_id" = "one_time_link"."id"
where "one_time_link"."workspace_id" = $1 and "one_time_link"."id" = any($2::uuid[])
order by "link_visit"."at", "link_visit"."number";

-- listTracedEvents
select told.sequence, told.at, told.name, told.actor_kind, "user".name as actor_name, told.subject_id, told.change,
  entered.at as signed_in_at
from unnest($1::text[], $2::uuid[]) as subject (type, id)
cross join lateral (
  select event.sequence, event.at, event.name, event.actor_kind, event.actor_id, event.subject_id, event.change
  from event
  where event.workspace_id = $3 and event.subject_type = subject.type and event.subject_id = subject.id and event.name = any($4::text[])
  order by event.sequence desc
  limit 200
) told
left join lateral (
  select later.at
  from (
    select event.at, event.name
    from event
    where told.name = 'password.set'
      and event.workspace_id = $5
      and event.subject_type = 'account'
      and event.subject_id = told.subject_id
      and event.sequence > told.sequence
    order by event.sequence
    offset 0
  ) later
  where later.name = 'session.started'
  limit 1
) entered on true
left join "user" on "user".workspace_id = $6 and "user".id = told.actor_id
order by told.sequence;

-- listTracedAccesses
select access.id, access.account_id, access.portal_id, portal.name as portal_name, portal.time_zone, account.email, access.reminders_from,
  access.reminders_sent,
  (
    access.registered_at is null
    and (access.invited_at is not null or access.activation_sent_at is not null)
    and (
      access.deleted_at is null
      and account.deleted_at is null
      and access.blocked_at is null
      and (access.expires_on is null or access.expires_on > ($1::timestamptz at time zone portal.time_zone)::date)
      and portal.closed_at is null
      and not (
        not access.pending
        and not exists (
          select
          from assignment
          join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
          join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
          where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
        )
      )
    )
  )
  and account.password_hash is null as is_waiting,
  exists (
    select
    from address_mark
    where address_mark.workspace_id = account.workspace_id
      and address_mark.address_key = lower(account.email)
      and address_mark.released_at is null
  ) as is_marked
from assignment
join access on access.workspace_id = assignment.workspace_id and access.id = assignment.access_id
join account on account.workspace_id = access.workspace_id and account.id = access.account_id
join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
where assignment.workspace_id = $2 and assignment.contact_id = $3 and access.deleted_at is null
order by access.created_at, access.id;

-- findTracedAccess
select "id"
from "access"
where "workspace_id" = $1 and "account_id" = $2 and "portal_id" = $3 and "deleted_at" is null;
