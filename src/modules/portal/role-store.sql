-- What role-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listRoles
select "portal_id", "key", "name_de", "name_en", "is_team_admin", "starts_with_all"
from "portal_role"
where "workspace_id" = $1 and "portal_id" in ($2, $3)
order by "position", "key";

select "portal_id", "role_key", "area_id"
from "portal_role_area"
where "workspace_id" = $1 and "portal_id" in ($2, $3)
order by "area_id";

-- insertRole
insert into "portal_role" ("portal_id", "key", "name_de", "name_en", "is_team_admin", "starts_with_all", "workspace_id", "position")
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- saveRole
update "portal_role"
set "name_de" = $1, "name_en" = $2, "is_team_admin" = $3, "starts_with_all" = $4
where "workspace_id" = $5 and "portal_id" = $6 and "key" = $7;

-- saveStartingAreas
delete from "portal_role_area"
where "workspace_id" = $1 and "portal_id" = $2 and "role_key" = $3;

insert into "portal_role_area" ("workspace_id", "portal_id", "role_key", "area_id")
values ($1, $2, $3, $4), ($5, $6, $7, $8);

-- deleteRole
update "access"
set "role" = $1
where "workspace_id" = $2 and "portal_id" = $3 and "role" = $4 and "deleted_at" is not null;

delete from "portal_role"
where "workspace_id" = $1 and "portal_id" = $2 and "key" = $3;

-- countPeopleByRole
select "role", count(*) as "people"
from "access"
where "workspace_id" = $1 and "portal_id" = $2 and "deleted_at" is null
group by "role";
