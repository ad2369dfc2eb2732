-- What message-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- stateCondition: queued
accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and unknown_at is null
  and deferrals = 0

-- stateCondition: deferred
accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and unknown_at is null
  and deferrals > 0

-- stateCondition: unknown
accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $1)
  and unknown_at is not null

-- stateCondition: accepted
accepted_at is not null

-- stateCondition: refused
refused_at is not null

-- stateCondition: given up
given_up_at is not null

-- stateCondition: withdrawn
(withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $1))

-- stateCondition: paused
accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null and (expires_at is null or expires_at > $1)

-- stateCondition: paused, while nothing is
false

-- listMessagePage: all, with their tries
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
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
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and ("queued_at", id) < ($2, $3::uuid)
order by "queued_at" desc, "id" desc
limit $4;

-- again statement 2 of „all, with their tries“

-- listMessagePage: the page before
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and ("queued_at", id) > ($2, $3::uuid)
order by "queued_at" asc, "id" asc
limit $4;

-- again statement 2 of „all, with their tries“

-- listMessagePage: queued
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $2)
  and unknown_at is null
  and deferrals = 0
order by "queued_at" desc, "id" desc
limit $3;

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
    and unknown_at is null
    and deferrals = 0
  limit 10001
) as counted;

-- listMessagePage: deferred
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $2)
  and unknown_at is null
  and deferrals > 0
order by "queued_at" desc, "id" desc
limit $3;

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
    and unknown_at is null
    and deferrals > 0
  limit 10001
) as counted;

-- listMessagePage: unknown
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $2)
  and unknown_at is not null
order by "queued_at" desc, "id" desc
limit $3;

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
    and unknown_at is not null
  limit 10001
) as counted;

-- listMessagePage: accepted
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and accepted_at is not null
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and accepted_at is not null limit 10001) as counted;

-- listMessagePage: refused
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and refused_at is not null
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and refused_at is not null limit 10001) as counted;

-- listMessagePage: given up
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and given_up_at is not null
order by "queued_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and given_up_at is not null limit 10001) as counted;

-- listMessagePage: withdrawn
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and (withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $2))
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (
  select "id"
  from "message"
  where "workspace_id" = $1 and (withdrawn_at is not null or (num_nonnulls(accepted_at, refused_at, given_up_at) = 0 and expires_at <= $2))
  limit 10001
) as counted;

-- listMessagePage: of a contact
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and "contact_id" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "contact_id" = $2 limit 10001) as counted;

-- listMessagePage: of an account
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
from "message"
where "workspace_id" = $1 and "account_id" = $2
order by "queued_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "message" where "workspace_id" = $1 and "account_id" = $2 limit 10001) as counted;

-- listMessagePage: two words
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
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
select "id", "template_key", "variant", "contact_id", "account_id", "recipient_name", "recipient_address", "subject", "queued_at",
  "next_attempt_at", "deferrals", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at",
  "message_id", "text", "html"
from "message"
where "workspace_id" = $1 and "id" = $2;

select "message_id", "number", "started_at", "ended_at", "transport", "host", "tls", "outcome", "cause", "code", "enhanced_code", "answer"
from "attempt"
where "workspace_id" = $1 and "message_id" in ($2)
order by "number";

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
