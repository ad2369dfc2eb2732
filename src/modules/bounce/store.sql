-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findMailbox
select "host", "port", "encryption", "user_name", "folder", "after_reading", "sealed_password", "last_read_at", "next_read_at",
  "failed_since", "failure", "failure_answer"
from "bounce_mailbox"
where "workspace_id" = $1;

-- lockMailbox
select "host", "port", "encryption", "user_name", "folder", "after_reading", "sealed_password", "last_read_at", "next_read_at",
  "failed_since", "failure", "failure_answer"
from "bounce_mailbox"
where "workspace_id" = $1
for update;

-- saveMailbox: the same mailbox
insert into "bounce_mailbox" (
  "workspace_id", "host", "port", "encryption", "user_name", "sealed_password", "folder", "after_reading", "next_read_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("workspace_id") do update
set "host" = $10, "port" = $11, "encryption" = $12, "user_name" = $13, "sealed_password" = $14, "folder" = $15, "after_reading" = $16,
  "next_read_at" = $17, "claimed_until" = $18, "claimed_by" = $19, "failed_since" = $20, "failure" = $21, "failure_answer" = $22;

-- saveMailbox: another mailbox
insert into "bounce_mailbox" (
  "workspace_id", "host", "port", "encryption", "user_name", "sealed_password", "folder", "after_reading", "next_read_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("workspace_id") do update
set "host" = $10, "port" = $11, "encryption" = $12, "user_name" = $13, "sealed_password" = $14, "folder" = $15, "after_reading" = $16,
  "next_read_at" = $17, "claimed_until" = $18, "claimed_by" = $19, "failed_since" = $20, "failure" = $21, "failure_answer" = $22,
  "uid_validity" = $23, "last_uid" = $24;

-- deleteMailbox
delete from "bounce_mailbox"
where "workspace_id" = $1;

-- claimMailbox
update "bounce_mailbox"
set "claimed_by" = $1, "claimed_until" = $2
where "workspace_id" = $3 and "next_read_at" <= $4 and ("claimed_until" is null or "claimed_until" <= $5)
returning "host", "port", "encryption", "user_name", "folder", "after_reading", "sealed_password", "uid_validity", "last_uid", "failure";

-- saveReading
update "bounce_mailbox"
set "uid_validity" = $1, "last_uid" = $2, "last_read_at" = $3, "next_read_at" = $4, "claimed_by" = $5, "claimed_until" = $6,
  "failed_since" = $7, "failure" = $8, "failure_answer" = $9
where "workspace_id" = $10 and "claimed_by" = $11;

-- saveFailure
update "bounce_mailbox"
set "next_read_at" = $1, "failure" = $2, "failure_answer" = $3, "claimed_by" = $4, "claimed_until" = $5,
  "failed_since" = coalesce(failed_since, $6)
where "workspace_id" = $7 and "claimed_by" = $8;

-- saveBounce
insert into "bounce" (
  "workspace_id", "id", "digest", "number", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer",
  "message_id"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict ("workspace_id", "digest", "number") do update
set "kind" = $14, "outcome" = $15, "recipient_address" = $16, "status" = $17, "answer" = $18, "message_id" = $19
where "bounce"."message_id" is null;

-- forgetUnmatched
delete from "bounce"
where "workspace_id" = $1
  and "id" in (
    select "old"."id"
    from "bounce" as "old"
    where "old"."workspace_id" = $2 and "old"."message_id" is null
    order by "old"."received_at" desc, "old"."id" desc
    offset $3
  );

-- listBouncePage: all
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1
order by "received_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "bounce" where "workspace_id" = $1 limit 10001) as counted;

-- listBouncePage: the next page
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and ("received_at", id) < ($2, $3::uuid)
order by "received_at" desc, "id" desc
limit $4;

-- again statement 2 of „all“

-- listBouncePage: the page before
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and ("received_at", id) > ($2, $3::uuid)
order by "received_at" asc, "id" asc
limit $4;

-- again statement 2 of „all“

-- listBouncePage: matched
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and "message_id" is not null
order by "received_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "bounce" where "workspace_id" = $1 and "message_id" is not null limit 10001) as counted;

-- listBouncePage: not matched
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and "message_id" is null
order by "received_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "bounce" where "workspace_id" = $1 and "message_id" is null limit 10001) as counted;

-- listBouncePage: of a mail
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and "message_id" = $2
order by "received_at" desc, "id" desc
limit $3;

select count(*) as count
from (select "id" from "bounce" where "workspace_id" = $1 and "message_id" = $2 limit 10001) as counted;
