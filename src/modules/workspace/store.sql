-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listWorkspaces
select "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "version"
from "workspace"
order by "created_at", "id";

-- findWorkspaceBySlug
select "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "version"
from "workspace"
where "slug" = $1;

-- getWorkspace
select "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "version"
from "workspace"
where "id" = $1;

-- lockWorkspace
select "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "version"
from "workspace"
where "id" = $1
for update;

-- insertWorkspace
insert into "workspace" (
  "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "created_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- saveWorkspace
update "workspace"
set "slug" = $1, "name" = $2, "language" = $3, "address_form" = $4, "time_zone" = $5, "lifetimes" = $6, "password_minimum_length" = $7,
  "version" = "version" + $8
where "id" = $9
returning "id", "slug", "name", "language", "address_form", "time_zone", "lifetimes", "password_minimum_length", "version";
