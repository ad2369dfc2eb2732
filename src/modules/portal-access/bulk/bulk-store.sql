-- What bulk-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertPlan
insert into "bulk_plan" ("id", "state", "user_id", "created_at", "started_at", "finished_at", "workspace_id", "action", "detail")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- insertRows
insert into bulk_row (workspace_id, plan_id, number, access_id, state, code, reason)
select $1::uuid, $2::uuid, $3 + row.ordinality - 1, row.access_id, row.state, row.code, row.reason
from unnest($4::uuid[], $5::text[], $6::text[], $7::jsonb[])
with ordinality as row (access_id, state, code, reason, ordinality);

-- findPlan
select "id", "detail", "state", "user_id", "created_at", "started_at", "finished_at"
from "bulk_plan"
where "workspace_id" = $1 and "id" = $2;

-- lockPlan
select "id", "detail", "state", "user_id", "created_at", "started_at", "finished_at"
from "bulk_plan"
where "workspace_id" = $1 and "id" = $2
for update;

-- listPlans
select "id", "detail", "state", "user_id", "created_at", "started_at", "finished_at"
from "bulk_plan"
where "workspace_id" = $1 and "started_at" is not null
order by "created_at" desc, "id" desc
limit $2;

-- findPlanAtWork
select "id", "state", "user_id", "detail"
from "bulk_plan"
where "workspace_id" = $1 and "state" in ($2, $3)
order by "created_at"
limit $4;

-- savePlan
update "bulk_plan"
set "state" = $1, "user_id" = $2, "started_at" = $3
where "workspace_id" = $4 and "id" = $5;

-- moveRows: to be done
update "bulk_row"
set "state" = $1, "code" = $2, "reason" = $3
where "workspace_id" = $4 and "plan_id" = $5 and "state" = $6;

-- moveRows: to be taken back
update "bulk_row"
set "state" = $1
where "workspace_id" = $2 and "plan_id" = $3 and "state" = $4;

-- finishPlan
update "bulk_plan"
set "state" = $1, "finished_at" = $2
where "workspace_id" = $3
  and "id" = $4
  and "state" = $5
  and not exists (
    select "number"
    from "bulk_row"
    where "bulk_row"."workspace_id" = $6 and "bulk_row"."plan_id" = $7 and "bulk_row"."state" in ($8, $9)
  )
returning "id";

-- takeRow
select "number", "access_id", "before"
from "bulk_row"
where "workspace_id" = $1 and "plan_id" = $2 and "state" = $3
order by "number"
limit $4
for update skip locked;

-- saveRow: that is done
update "bulk_row"
set "state" = $1, "code" = $2, "reason" = $3, "before" = $4
where "workspace_id" = $5 and "plan_id" = $6 and "number" = $7;

-- saveRow: that failed
update "bulk_row"
set "state" = $1, "code" = $2, "reason" = $3
where "workspace_id" = $4 and "plan_id" = $5 and "number" = $6;

-- countRowStates
select "plan_id", "state", (array_agg(reason))[1] as "reason", count(*) as "count"
from "bulk_row"
where "workspace_id" = $1 and "plan_id" in ($2, $3)
group by "plan_id", "state", "code"
order by "count" desc;

-- listRows: all
select "number", "access_id", "state", "code", "reason"
from "bulk_row"
where "workspace_id" = $1 and "plan_id" = $2 and "number" > $3
order by "number"
limit $4;

-- listRows: of one state
select "number", "access_id", "state", "code", "reason"
from "bulk_row"
where "workspace_id" = $1 and "plan_id" = $2 and "number" > $3 and "state" = $4
order by "number"
limit $5;

-- listNewestLinks
select asked.account_id, newest.created_at, newest.generation
from unnest($1::uuid[]) as asked (account_id)
cross join lateral (
  select one_time_link.created_at, one_time_link.generation
  from one_time_link
  where one_time_link.workspace_id = $2 and one_time_link.account_id = asked.account_id and one_time_link.purpose = any($3::text[])
  order by one_time_link.created_at desc, one_time_link.id desc
  limit 1
) as newest;

-- findPlanner
select "id", "account_id", "name", "administrator", "may_impersonate", "deactivated_at"
from "user"
where "workspace_id" = $1 and "id" = $2;
