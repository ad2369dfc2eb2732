-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listPortals
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version"
from "portal"
where "workspace_id" = $1
order by "is_default" desc, "name", "id"
limit $2;

-- findPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version"
from "portal"
where "workspace_id" = $1 and "id" = $2;

-- findPortalBySlug
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version"
from "portal"
where "workspace_id" = $1 and "slug" = $2;

-- findDefaultPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version"
from "portal"
where "workspace_id" = $1 and "is_default" = $2;

-- lockPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version"
from "portal"
where "workspace_id" = $1 and "id" = $2
for update;

-- listAreas
select "id", "portal_id", "key", "name_de", "name_en", "description_de", "description_en"
from "area"
where "workspace_id" = $1 and "portal_id" in ($2, $3)
order by "position", "id";

-- insertPortal
insert into "portal" (
  "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "workspace_id", "created_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

insert into "area" ("id", "portal_id", "key", "name_de", "name_en", "description_de", "description_en", "workspace_id", "position")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9), ($10, $11, $12, $13, $14, $15, $16, $17, $18);

-- savePortal
update "portal"
set "slug" = $1, "name" = $2, "kind" = $3, "time_zone" = $4, "brand_color" = $5, "support_contact" = $6, "imprint_url" = $7,
  "privacy_url" = $8, "open_to_contacts" = $9, "is_default" = $10, "version" = "version" + $11
where "workspace_id" = $12 and "id" = $13
returning "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "version";
