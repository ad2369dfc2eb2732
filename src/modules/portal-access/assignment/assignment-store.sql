-- What assignment-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- countSessions
select "session"."account_id", count(*) as "sessions"
from "session"
inner join "account" on "account"."workspace_id" = "session"."workspace_id" and "account"."id" = "session"."account_id"
where "session"."workspace_id" = $1
  and "session"."account_id" in ($2, $3)
  and "session"."impersonation_id" is null
  and "session"."ended_at" is null
  and "session"."expires_at" > $4
  and "session"."generation" = "account"."generation"
group by "session"."account_id";

-- countWaitingMails: all
select count(*) as "count"
from "message"
where "workspace_id" = $1
  and "account_id" = $2
  and "copy_of" is null
  and "accepted_at" is null
  and "refused_at" is null
  and "given_up_at" is null
  and "withdrawn_at" is null;

-- countWaitingMails: with a link
select count(*) as "count"
from "message"
where "workspace_id" = $1
  and "account_id" = $2
  and "copy_of" is null
  and "accepted_at" is null
  and "refused_at" is null
  and "given_up_at" is null
  and "withdrawn_at" is null
  and "link_id" is not null;

-- markAccessDeleted
update "access"
set "deleted_at" = $1, "version" = "version" + $2
where "workspace_id" = $3 and "id" = $4;

-- markAccountDeleted
update "account"
set "deleted_at" = $1, "password_hash" = $2, "new_email" = $3, "new_email_until" = $4
where "workspace_id" = $5 and "id" = $6;

-- findExpiring
select access.id as access_id, access.expires_on
from access
join account on account.workspace_id = access.workspace_id and account.id = access.account_id
join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
where access.workspace_id = $1
  and access.deleted_at is null
  and access.expires_on is not null
  and access.expiry_reminded_for is distinct from access.expires_on
  and access.expires_on between $2::timestamptz::date - 2
  and $3::timestamptz::date + 367
  and (
    (
      access.registered_at is not null
      and account.password_hash is not null
      and (
        access.deleted_at is null
        and account.deleted_at is null
        and access.blocked_at is null
        and (access.expires_on is null or access.expires_on > ($4::timestamptz at time zone portal.time_zone)::date)
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
    and access.expires_on - ($5::timestamptz at time zone portal.time_zone)::date <= portal.expiry_reminder_days
    and ($6::timestamptz at time zone portal.time_zone)::time >= $7::time
    and ($8::timestamptz at time zone portal.time_zone)::time < $9::time
  )
order by access.expires_on, access.id
limit 1;

-- takeExpiryReminder
update "access"
set "expiry_reminded_for" = $1
where "workspace_id" = $2
  and "id" = $3
  and "expires_on" = $4
  and "blocked_at" is null
  and "deleted_at" is null
  and expiry_reminded_for is distinct from expires_on
returning "id";

-- takeExpiryNotices
update access
set expiry_told_for = near.expires_on
from (
  select access.id, access.expires_on
  from access
  join account on account.workspace_id = access.workspace_id and account.id = access.account_id
  join portal on portal.workspace_id = access.workspace_id and portal.id = access.portal_id
  where access.workspace_id = $1
    and access.portal_id = $2
    and access.deleted_at is null
    and access.expires_on is not null
    and access.expiry_told_for is distinct from access.expires_on
    and access.expires_on between $3::timestamptz::date - 2
    and $4::timestamptz::date + 367
    and (
      (
        access.registered_at is not null
        and account.password_hash is not null
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($5::timestamptz at time zone portal.time_zone)::date)
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
      and access.expires_on - ($6::timestamptz at time zone portal.time_zone)::date <= portal.expiry_reminder_days
      and ($7::timestamptz at time zone portal.time_zone)::time >= $8::time
      and ($9::timestamptz at time zone portal.time_zone)::time < $10::time
    )
  order by access.expires_on, access.id
  limit 1000
  for update of access skip locked
) as near
where access.workspace_id = $11 and access.id = near.id
returning access.id as access_id, access.expires_on;
