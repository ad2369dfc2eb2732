-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- saveSetupLink
insert into "setup_link" ("secret_hash", "created_at")
values ($1, $2)
on conflict ("only") do update
set "secret_hash" = $3, "created_at" = $4;

-- redeemSetupLink
delete from "setup_link"
where "secret_hash" = $1
returning "only";

-- isSetupLink
select "only"
from "setup_link"
where "secret_hash" = $1;
