-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listPortals
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "closed_at", "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to",
  "one_access_per_contact", "team_may_set_passwords", "expiry_reminder_days", "tell_of_impersonation", "version"
from "portal"
where "workspace_id" = $1
order by "is_default" desc, "name", "id"
limit $2;

-- findPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "closed_at", "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to",
  "one_access_per_contact", "team_may_set_passwords", "expiry_reminder_days", "tell_of_impersonation", "version"
from "portal"
where "workspace_id" = $1 and "id" = $2;

-- findPortalBySlug
select "portal"."id", "portal"."slug", "portal"."name", "portal"."kind", "portal"."time_zone", "portal"."brand_color",
  "portal"."support_contact", "portal"."imprint_url", "portal"."privacy_url", "portal"."open_to_contacts", "portal"."is_default",
  "portal"."closed_at", "portal"."self_registration", "portal"."identifiers", "portal"."allowed_domains", "portal"."refused_domains",
  "portal"."pending_notice_to", "portal"."one_access_per_contact", "portal"."team_may_set_passwords", "portal"."expiry_reminder_days",
  "portal"."tell_of_impersonation", "portal"."version"
from "portal_address"
inner join "portal" on "portal"."workspace_id" = "portal_address"."workspace_id" and "portal"."id" = "portal_address"."portal_id"
where "portal_address"."workspace_id" = $1 and "portal_address"."slug" = $2;

-- findDefaultPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "closed_at", "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to",
  "one_access_per_contact", "team_may_set_passwords", "expiry_reminder_days", "tell_of_impersonation", "version"
from "portal"
where "workspace_id" = $1 and "is_default" = $2;

-- lockPortal
select "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "closed_at", "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to",
  "one_access_per_contact", "team_may_set_passwords", "expiry_reminder_days", "tell_of_impersonation", "version"
from "portal"
where "workspace_id" = $1 and "id" = $2
for update;

-- lockPortals
select "id"
from "portal"
where "workspace_id" = $1
order by "id"
for update;

-- clearDefaultPortal
update "portal"
set "is_default" = $1
where "workspace_id" = $2 and "is_default" = $3;

-- listFormerSlugs
select "portal_address"."portal_id", "portal_address"."slug"
from "portal_address"
inner join "portal" on "portal"."workspace_id" = "portal_address"."workspace_id" and "portal"."id" = "portal_address"."portal_id"
where "portal_address"."workspace_id" = $1 and "portal_address"."portal_id" in ($2, $3) and "portal_address"."slug" <> "portal"."slug"
order by "portal_address"."slug";

-- listUsedPortals
select "id"
from "portal"
where "workspace_id" = $1
  and "id" in ($2, $3)
  and exists (select from access where access.workspace_id = portal.workspace_id and access.portal_id = portal.id);

-- countAccesses
select count(*) as "count"
from "access"
where "workspace_id" = $1 and "portal_id" = $2 and "deleted_at" is null;

-- insertPortal
insert into "portal" (
  "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to", "one_access_per_contact",
  "team_may_set_passwords", "expiry_reminder_days", "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact",
  "imprint_url", "privacy_url", "open_to_contacts", "tell_of_impersonation", "is_default", "closed_at", "workspace_id", "created_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);

-- savePortal
update "portal"
set "self_registration" = $1, "identifiers" = $2, "allowed_domains" = $3, "refused_domains" = $4, "pending_notice_to" = $5,
  "one_access_per_contact" = $6, "team_may_set_passwords" = $7, "expiry_reminder_days" = $8, "slug" = $9, "name" = $10, "kind" = $11,
  "time_zone" = $12, "brand_color" = $13, "support_contact" = $14, "imprint_url" = $15, "privacy_url" = $16, "open_to_contacts" = $17,
  "tell_of_impersonation" = $18, "is_default" = $19, "closed_at" = $20, "version" = "version" + $21
where "workspace_id" = $22 and "id" = $23
returning "id", "slug", "name", "kind", "time_zone", "brand_color", "support_contact", "imprint_url", "privacy_url", "open_to_contacts",
  "is_default", "closed_at", "self_registration", "identifiers", "allowed_domains", "refused_domains", "pending_notice_to",
  "one_access_per_contact", "team_may_set_passwords", "expiry_reminder_days", "tell_of_impersonation", "version";

-- deletePortalRow
delete from "portal"
where "workspace_id" = $1 and "id" = $2;
