-- What version-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertVersion
insert into "mail_template_version" (
  "workspace_id", "template_key", "variant", "portal_id", "id", "number", "content", "created_at", "user_id", "user_name"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- listNewestVersions: of all portals
select distinct on ("portal_id") "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and "portal_id" is null
order by "portal_id", "number" desc;

-- listNewestVersions: of one portal
select distinct on ("portal_id") "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and ("portal_id" is null or "portal_id" = $4)
order by "portal_id", "number" desc;

-- listVersions: of all portals
select "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and "portal_id" is null
order by "number" desc
limit $4;

-- listVersions: of one portal
select "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and "portal_id" = $4
order by "number" desc
limit $5;

-- findVersion: of all portals
select "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and "portal_id" is null and "number" = $4;

-- findVersion: of one portal
select "template_key", "variant", "portal_id", "number", "content", "created_at", "user_name"
from "mail_template_version"
where "workspace_id" = $1 and "template_key" = $2 and "variant" = $3 and "portal_id" = $4 and "number" = $5;

-- listAdaptations
select "template_key", "variant", "portal_id"
from (
  select distinct on ("template_key", "variant", "portal_id") "template_key", "variant", "portal_id", "content"
  from "mail_template_version"
  where "workspace_id" = $1
  order by "template_key", "variant", "portal_id", "number" desc
) as "newest"
where "content" is not null;
