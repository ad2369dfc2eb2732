-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertResetRequest
insert into "reset_request" ("id", "portal_id", "typed", "variant", "requested_at", "workspace_id")
values ($1, $2, $3, $4, $5, $6);

-- takeResetRequest
delete from "reset_request"
where "workspace_id" = $1
  and "id" = (
    select "id"
    from "reset_request"
    where "workspace_id" = $2
    order by "tries", "requested_at", "id"
    limit $3
    for update skip locked
  )
returning "id", "portal_id", "typed", "variant", "requested_at";

-- countFailedTry
update "reset_request"
set "tries" = "tries" + $1
where "workspace_id" = $2 and "id" = $3
returning "tries";

delete from "reset_request"
where "workspace_id" = $1 and "id" = $2;

-- isMailUnderWay
select "id"
from "message"
where "workspace_id" = $1
  and "account_id" = $2
  and "link_id" = $3
  and "refused_at" is null
  and "given_up_at" is null
  and "withdrawn_at" is null
limit $4;

-- dropResetRequest
delete from "reset_request"
where "workspace_id" = $1 and "id" = $2;
