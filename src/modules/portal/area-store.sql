-- What area-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listAreas
select "id", "portal_id", "key", "name_de", "name_en", "description_de", "description_en"
from "area"
where "workspace_id" = $1 and "portal_id" in ($2, $3)
order by "position", "id";

-- insertAreas
insert into "area" ("id", "portal_id", "key", "name_de", "name_en", "description_de", "description_en", "workspace_id", "position")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9), ($10, $11, $12, $13, $14, $15, $16, $17, $18);

-- saveArea
update "area"
set "name_de" = $1, "name_en" = $2, "description_de" = $3, "description_en" = $4, "position" = $5
where "workspace_id" = $6 and "id" = $7;

-- lockArea
select "id"
from "area"
where "workspace_id" = $1 and "id" = $2
for update;

-- deleteArea
delete from "assignment_area"
where "workspace_id" = $1 and "area_id" = $2;

delete from "area"
where "workspace_id" = $1 and "id" = $2;

-- countPeopleByArea
select "assignment_area"."area_id", count(distinct "assignment_area"."access_id") as "people"
from "assignment_area"
inner join "access" on "access"."workspace_id" = "assignment_area"."workspace_id" and "access"."id" = "assignment_area"."access_id"
where "assignment_area"."workspace_id" = $1 and "assignment_area"."area_id" in ($2, $3) and "access"."deleted_at" is null
group by "assignment_area"."area_id";
