-- What report-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findMatchedBounce
select "id", "received_at", "way", "subject", "kind", "outcome", "recipient_address", "status", "answer", "message_id"
from "bounce"
where "workspace_id" = $1 and "digest" = $2 and "number" = $3 and "message_id" is not null;

-- countReports
select count(*) as "all", count(*) filter(where ("kind" = $1 and status is not distinct from $2)) as "delays"
from "bounce"
where "workspace_id" = $3 and "message_id" = $4;

-- findLastUnmatched
select "received_at"
from "bounce"
where "workspace_id" = $1 and "message_id" is null and "outcome" <> $2
order by "received_at" desc
limit $3;

-- countUnmatched
select count(*) as "count"
from "bounce"
where "workspace_id" = $1 and "message_id" is null and "outcome" <> $2 and "received_at" > $3;

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

-- deleteUnmatched
delete from "bounce"
where "workspace_id" = $1 and "message_id" is null and "received_at" < $2;

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
