-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findSession: own
select "session"."id", "session"."account_id", "session"."remembered", "session"."created_at", "session"."last_used_at",
  "session"."expires_at", "session"."device", "session"."network", "session"."contact_id", "session"."impersonation_id"
from "session"
inner join "account" on "account"."workspace_id" = "session"."workspace_id" and "account"."id" = "session"."account_id"
where "session"."workspace_id" = $1
  and "session"."secret_hash" = $2
  and "session"."ended_at" is null
  and "session"."expires_at" > $3
  and "session"."impersonation_id" is null
  and "account"."kind" = $4
  and "account"."deleted_at" is null
  and "session"."generation" = "account"."generation";

-- findSession: acting
select "session"."id", "session"."account_id", "session"."remembered", "session"."created_at", "session"."last_used_at",
  "session"."expires_at", "session"."device", "session"."network", "session"."contact_id", "session"."impersonation_id"
from "session"
inner join "account" on "account"."workspace_id" = "session"."workspace_id" and "account"."id" = "session"."account_id"
where "session"."workspace_id" = $1
  and "session"."secret_hash" = $2
  and "session"."ended_at" is null
  and "session"."expires_at" > $3
  and "session"."impersonation_id" is not null
  and "account"."kind" = $4
  and "account"."deleted_at" is null
  and "session"."generation" = "account"."generation";

-- insertSession
select "generation"
from "account"
where "workspace_id" = $1 and "id" = $2 and "kind" = $3 and "deleted_at" is null
for share;

insert into "session" (
  "id", "account_id", "remembered", "created_at", "last_used_at", "expires_at", "device", "network", "contact_id", "impersonation_id",
  "workspace_id", "secret_hash", "generation", "ended_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- prolongSession
update "session"
set "last_used_at" = $1, "expires_at" = $2
where "workspace_id" = $3 and "id" = $4 and "ended_at" is null and "expires_at" > $5;

-- listSessions
select "session"."id", "session"."account_id", "session"."remembered", "session"."created_at", "session"."last_used_at",
  "session"."expires_at", "session"."device", "session"."network", "session"."contact_id", "session"."impersonation_id"
from "session"
inner join "account" on "account"."workspace_id" = "session"."workspace_id" and "account"."id" = "session"."account_id"
where "session"."workspace_id" = $1
  and "session"."account_id" = $2
  and "session"."impersonation_id" is null
  and "session"."ended_at" is null
  and "session"."expires_at" > $3
  and "session"."generation" = "account"."generation"
order by "session"."last_used_at" desc
limit $4;

-- endSessions: all
update "session"
set "ended_at" = $1
where "workspace_id" = $2 and "account_id" = $3 and "ended_at" is null;

-- endSessions: one
update "session"
set "ended_at" = $1
where "workspace_id" = $2 and "account_id" = $3 and "ended_at" is null and "id" = $4;

-- endSessions: all but one
update "session"
set "ended_at" = $1
where "workspace_id" = $2 and "account_id" = $3 and "ended_at" is null and "id" != $4;

-- carrySession
update "session"
set "generation" = $1, "secret_hash" = $2
where "workspace_id" = $3 and "account_id" = $4 and "id" = $5 and "generation" = $6 and "ended_at" is null and "expires_at" > $7
returning "remembered";

-- saveContactInView
update "session"
set "contact_id" = $1
where "workspace_id" = $2 and "account_id" = $3 and "id" = $4;

-- endActingSessions
update "session"
set "ended_at" = $1
where "workspace_id" = $2 and "impersonation_id" in ($3, $4) and "ended_at" is null;

-- forgetSessions
delete from "session"
where "workspace_id" = $1 and ("expires_at" < $2 or "ended_at" < $3);
