-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findReminderSetting
select "active", "days", "from_time", "to_time", "weekend", "version"
from "reminder_setting"
where "workspace_id" = $1;

-- saveReminderSetting: the first
insert into "reminder_setting" ("active", "from_time", "to_time", "weekend", "days", "workspace_id", "version")
values ($1, $2, $3, $4, $5::integer[], $6, $7)
on conflict ("workspace_id") do nothing
returning "version";

-- saveReminderSetting: a change
update "reminder_setting"
set "active" = $1, "from_time" = $2, "to_time" = $3, "weekend" = $4, "days" = $5::integer[], "version" = $6
where "workspace_id" = $7 and "version" = $8
returning "version";

-- listDueInvitations: for a round
select access.id as access_id, access.account_id, access.portal_id, access.reminders_from as invited_at, access.reminders_sent,
  portal.time_zone
from access
join account on account.workspace_id = access.workspace_id and account.id = access.account_id
join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
where access.workspace_id = $1
  and access.reminders_from is not null
  and (
    access.registered_at is null
    and (access.invited_at is not null or access.activation_sent_at is not null)
    and (
      access.deleted_at is null
      and account.deleted_at is null
      and access.blocked_at is null
      and (access.expires_on is null or access.expires_on > ($2::timestamptz at time zone portal.time_zone)::date)
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
  and account.password_hash is null
  and ($3::timestamptz at time zone portal.time_zone)::date - (access.reminders_from at time zone portal.time_zone)::date >= ($4::integer[])[access.reminders_sent + 1]
  and ($5 or extract(isodow from ($6::timestamptz at time zone portal.time_zone)) < 6)
  and ($7::timestamptz at time zone portal.time_zone)::time >= $8::time
  and ($9::timestamptz at time zone portal.time_zone)::time < $10::time
order by access.reminders_from, access.id
limit $11;

-- listDueInvitations: one of them, before it is reminded of
select access.id as access_id, access.account_id, access.portal_id, access.reminders_from as invited_at, access.reminders_sent,
  portal.time_zone
from access
join account on account.workspace_id = access.workspace_id and account.id = access.account_id
join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
where access.workspace_id = $1
  and access.reminders_from is not null
  and (
    access.registered_at is null
    and (access.invited_at is not null or access.activation_sent_at is not null)
    and (
      access.deleted_at is null
      and account.deleted_at is null
      and access.blocked_at is null
      and (access.expires_on is null or access.expires_on > ($2::timestamptz at time zone portal.time_zone)::date)
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
  and account.password_hash is null
  and ($3::timestamptz at time zone portal.time_zone)::date - (access.reminders_from at time zone portal.time_zone)::date >= ($4::integer[])[access.reminders_sent + 1]
  and ($5 or extract(isodow from ($6::timestamptz at time zone portal.time_zone)) < 6)
  and ($7::timestamptz at time zone portal.time_zone)::time >= $8::time
  and ($9::timestamptz at time zone portal.time_zone)::time < $10::time
  and access.id = $11
order by access.reminders_from, access.id
limit $12;

-- takeReminder
update "access"
set "reminders_sent" = $1
where "workspace_id" = $2
  and "id" = $3
  and "reminders_sent" = $4
  and "reminders_from" = $5
  and "registered_at" is null
  and "blocked_at" is null
  and "deleted_at" is null
returning "id";
