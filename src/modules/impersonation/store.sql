-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertImpersonation
insert into "impersonation" (
  "id", "access_id", "user_id", "user_session_id", "user_generation", "reason", "created_at", "startable_until", "ends_at", "started_at",
  "ended_at", "workspace_id", "link_hash"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- findStartable
select "impersonation"."id", "impersonation"."access_id", "impersonation"."user_id", "impersonation"."user_session_id",
  "impersonation"."user_generation", "impersonation"."reason", "impersonation"."created_at", "impersonation"."startable_until",
  "impersonation"."ends_at", "impersonation"."started_at", "impersonation"."ended_at"
from "impersonation"
inner join "user" on "user"."workspace_id" = "impersonation"."workspace_id" and "user"."id" = "impersonation"."user_id"
inner join "account" on "account"."workspace_id" = "user"."workspace_id" and "account"."id" = "user"."account_id"
where "impersonation"."workspace_id" = $1
  and "impersonation"."ended_at" is null
  and "impersonation"."user_generation" = "account"."generation"
  and "impersonation"."link_hash" = $2
  and "impersonation"."user_session_id" = $3
  and "impersonation"."started_at" is null
  and "impersonation"."startable_until" > $4;

-- markStarted
update "impersonation"
set "started_at" = $1
where "workspace_id" = $2 and "id" = $3 and "started_at" is null and "ended_at" is null and "startable_until" > $4;

-- findActing
select "impersonation"."id", "impersonation"."access_id", "impersonation"."ends_at"
from "impersonation"
inner join "user" on "user"."workspace_id" = "impersonation"."workspace_id" and "user"."id" = "impersonation"."user_id"
inner join "account" on "account"."workspace_id" = "user"."workspace_id" and "account"."id" = "user"."account_id"
where "impersonation"."workspace_id" = $1
  and "impersonation"."ended_at" is null
  and "impersonation"."user_generation" = "account"."generation"
  and "impersonation"."id" = $2
  and "impersonation"."user_id" = $3
  and "impersonation"."user_session_id" = $4
  and "impersonation"."started_at" is not null
  and "impersonation"."ends_at" > $5;

-- endImpersonations: one
update "impersonation"
set "ended_at" = $1
where "workspace_id" = $2 and "ended_at" is null and "ends_at" > $3 and "id" = $4
returning "id", "access_id";

-- endImpersonations: one of an access
update "impersonation"
set "ended_at" = $1
where "workspace_id" = $2 and "ended_at" is null and "ends_at" > $3 and "id" = $4 and "access_id" = $5
returning "id", "access_id";

-- endImpersonations: others of a session
update "impersonation"
set "ended_at" = $1
where "workspace_id" = $2 and "ended_at" is null and "ends_at" > $3 and "user_session_id" = $4 and "id" != $5
returning "id", "access_id";

-- listImpersonations
select "impersonation"."id", "impersonation"."access_id", "impersonation"."user_id", "impersonation"."user_session_id",
  "impersonation"."user_generation", "impersonation"."reason", "impersonation"."created_at", "impersonation"."startable_until",
  "impersonation"."ends_at", "impersonation"."started_at", "impersonation"."ended_at", "user"."name" as "user_name",
  (
    impersonation.started_at is not null
    and impersonation.ended_at is null
    and impersonation.ends_at > $1
    and "user".deactivated_at is null
    and exists (
      select
      from session
      join account on account.workspace_id = $2 and account.id = session.account_id
      where session.workspace_id = $3
        and session.impersonation_id = impersonation.id
        and session.ended_at is null
        and session.generation = account.generation
    )
    and exists (
      select
      from session
      join account on account.workspace_id = $4 and account.id = session.account_id
      where session.workspace_id = $5
        and session.id = impersonation.user_session_id
        and session.ended_at is null
        and session.expires_at > $6
        and session.generation = account.generation
        and account.generation = impersonation.user_generation
    )
  ) as "running"
from "impersonation"
inner join "user" on "user"."workspace_id" = "impersonation"."workspace_id" and "user"."id" = "impersonation"."user_id"
where "impersonation"."workspace_id" = $7
  and "impersonation"."access_id" = $8
  and ("impersonation"."started_at" is not null or "impersonation"."startable_until" > $9)
order by "impersonation"."created_at" desc, "impersonation"."id"
limit $10;
