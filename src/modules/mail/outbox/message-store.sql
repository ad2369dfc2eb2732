-- What message-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- stateCondition: queued
(
  accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and not (
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
  and unknown_at is null
  and deferrals = 0
)

-- stateCondition: deferred
(
  accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and not (
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
  and unknown_at is null
  and deferrals > 0
)

-- stateCondition: unknown
(
  accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and not (
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
  and unknown_at is not null
)

-- stateCondition: accepted
(accepted_at is not null and bounced_at is null)

-- stateCondition: refused
refused_at is not null

-- stateCondition: given up
given_up_at is not null

-- stateCondition: bounced
bounced_at is not null

-- stateCondition: withdrawn
(withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $1))

-- stateCondition: held
(
  accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and (
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
)

-- stateCondition: paused
(
  accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and not (
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
)

-- stateCondition: paused, while nothing is
false

-- listMessagePage: all, with their tries
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 limit 10001) as counted;

select "message_id", "number", "started_at", "ended_at", "transport", "host", "tls", "outcome", "cause", "code", "enhanced_code", "answer"
from "attempt"
where "workspace_id" = $1 and "message_id" in ($2)
order by "number";

-- listMessagePage: all, more than ten thousand
-- again statement 1 of „all, with their tries“

-- again statement 2 of „all, with their tries“

explain (format json)
select "id"
from "message"
where "workspace_id" = $1;

-- listMessagePage: the next page
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and ("queued_at", id) < ($2, $3::uuid)
order by "queued_at" desc, "id" desc
limit $4;

-- again statement 2 of „all, with their tries“

-- listMessagePage: the page before
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and ("queued_at", id) > ($2, $3::uuid)
order by "queued_at" asc, "id" asc
limit $4;

-- again statement 2 of „all, with their tries“

-- listMessagePage: queued
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and (
    (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $2)
      and not (
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
      and unknown_at is null
      and deferrals = 0
    )
  )
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and not (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
        and unknown_at is null
        and deferrals = 0
      )
    )
  limit 10001
) as counted;

-- listMessagePage: deferred
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and (
    (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $2)
      and not (
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
      and unknown_at is null
      and deferrals > 0
    )
  )
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and not (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
        and unknown_at is null
        and deferrals > 0
      )
    )
  limit 10001
) as counted;

-- listMessagePage: unknown
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and (
    (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $2)
      and not (
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
      and unknown_at is not null
    )
  )
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and not (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
        and unknown_at is not null
      )
    )
  limit 10001
) as counted;

-- listMessagePage: accepted
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and ((accepted_at is not null and bounced_at is null))
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and ((accepted_at is not null and bounced_at is null)) limit 10001) as counted;

-- listMessagePage: refused
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and (refused_at is not null)
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and (refused_at is not null) limit 10001) as counted;

-- listMessagePage: given up
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and (given_up_at is not null)
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and (given_up_at is not null) limit 10001) as counted;

-- listMessagePage: withdrawn
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and ((withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $2)))
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and ((withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $2)))
  limit 10001
) as counted;

-- listMessagePage: held or bounced
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and (
    (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $2)
      and (
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
    )
    or bounced_at is not null
  )
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
      )
      or bounced_at is not null
    )
  limit 10001
) as counted;

-- listMessagePage: of a template
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "template_key" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "template_key" = $2 limit 10001) as counted;

-- listMessagePage: of a portal
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "portal_id" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "portal_id" = $2 limit 10001) as counted;

-- listMessagePage: some mails
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "id" = any($2::uuid[])
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "id" = any($2::uuid[]) limit 10001) as counted;

-- listMessagePage: of some days
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and queued_at >= ($2::date)::timestamp at time zone $3::text
  and queued_at < ($4::date + 1)::timestamp at time zone $5::text
order by "queued_at" desc, "id" desc
limit $6;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and queued_at >= ($2::date)::timestamp at time zone $3::text
    and queued_at < ($4::date + 1)::timestamp at time zone $5::text
  limit 10001
) as counted;

-- listMessagePage: of a contact
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "contact_id" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "contact_id" = $2 limit 10001) as counted;

-- listMessagePage: of an account
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "account_id" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "account_id" = $2 limit 10001) as counted;

-- listMessagePage: two words
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and (
    ("search_text" like pforte_fold($2) or "search_text" like pforte_fold_wide($3))
    and ("search_text" like pforte_fold($4) or "search_text" like pforte_fold_wide($5))
  )
order by "queued_at" desc, "id" desc
limit $6;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      ("search_text" like pforte_fold($2) or "search_text" like pforte_fold_wide($3))
      and ("search_text" like pforte_fold($4) or "search_text" like pforte_fold_wide($5))
    )
  limit 10001
) as counted;

-- findMessage
select "id", "template_key", "variant", "contact_id", "account_id", "portal_id", "link_id", "recipient_name", "recipient_address",
  "subject", "queued_at", "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
  "bounce_status", "bounce_answer", "unknown_at", "cause", "expires_at", "claimed_until", "message_id", "text", "html",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "id" = $2;

select "message_id", "number", "started_at", "ended_at", "transport", "host", "tls", "outcome", "cause", "code", "enhanced_code", "answer"
from "attempt"
where "workspace_id" = $1 and "message_id" in ($2)
order by "number";

-- countMessages
select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
      )
    )
  limit 10001
) as counted;

-- countByStates: up to ten thousand
select count(*) as all,
  array[count(*) filter (
    where (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $1)
        and (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
      )
    )
  ), count(*) filter (where true)]::int[] as counts
from (
  (
    select "workspace_id", "template_key", "recipient_address", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
      "unknown_at", "deferrals", "expires_at"
    from "message"
    where "workspace_id" = $2
    limit $3
  )
) as message;

-- countByStates: more than ten thousand
select count(*) as all,
  array[count(*) filter (
    where (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $1)
        and (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
      )
    )
  )]::int[] as counts
from (
  (
    select "workspace_id", "template_key", "recipient_address", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at",
      "unknown_at", "deferrals", "expires_at"
    from "message"
    where "workspace_id" = $2 and "template_key" = $3
    limit $4
  )
) as message;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and (
      (
        accepted_at is null
        and refused_at is null
        and given_up_at is null
        and withdrawn_at is null
        and (expires_at is null or expires_at > $2)
        and (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
      )
    )
    and "template_key" = $3
  limit 10001
) as counted;

-- lockRetryCandidate
select "id", "link_id", "contact_id", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at", "unknown_at", "deferrals",
  "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1 and "id" = $2
for update of "message";

-- lockRetryCandidates
select "id", "link_id", "contact_id", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "bounced_at", "unknown_at", "deferrals",
  "expires_at", "claimed_until",
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
  ) then 'address-marked' end as "hold"
from "message"
where "workspace_id" = $1
  and "id" = any($2::uuid[])
  and (
    (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $3)
      and not (
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
      and unknown_at is null
      and deferrals = 0
    )
    or (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $4)
      and not (
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
      and unknown_at is null
      and deferrals > 0
    )
    or false
    or (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $5)
      and (
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
    )
    or refused_at is not null
    or bounced_at is not null
    or (
      accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (expires_at is null or expires_at > $6)
      and not (
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
      and unknown_at is not null
    )
    or given_up_at is not null
  )
order by "id"
limit $7
for update of "message";

-- makeDue
update "message"
set "next_attempt_at" = $1, "put_aside_from" = $2
where "workspace_id" = $3 and "id" = any($4::uuid[]);

-- reopenMessages
update "message"
set "accepted_at" = $1, "refused_at" = $2, "given_up_at" = $3, "withdrawn_at" = $4, "bounced_at" = $5, "bounce_status" = $6,
  "bounce_answer" = $7, "unknown_at" = $8, "cause" = $9, "deferrals" = $10, "next_attempt_at" = $11, "put_aside_from" = $12,
  "claimed_until" = $13, "claimed_by" = $14
where "workspace_id" = $15 and ("id" = any($16::uuid[]) or ("copy_of" = any($17::uuid[]) and "cause" = $18)) and "link_id" is null;

-- countWaiting
select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1
    and accepted_at is null
    and refused_at is null
    and given_up_at is null
    and withdrawn_at is null
    and (expires_at is null or expires_at > $2)
  limit 10001
) as counted;

-- countWaitingByTemplate
select "template_key", count(*) as "count"
from "message"
where "workspace_id" = $1
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $2)
group by "template_key";
