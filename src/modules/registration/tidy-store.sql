-- What tidy-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listOldRegistrations
select "id", "account_id", "portal_id", "activated_at"
from "registration"
where "workspace_id" = $1 and "mailed_at" < $2
order by "mailed_at", "id"
limit $3;

-- deleteRegistration
delete from "registration"
where "workspace_id" = $1 and "id" = $2;
