-- What consent-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listConsents
select "portal_id", "key", "version", "text_de", "text_en", "url", "required"
from "portal_consent"
where "workspace_id" = $1 and "portal_id" in ($2, $3) and "retired_at" is null
order by "position", "key";

-- listWordings
select "portal_id", "key", "version", "text_de", "text_en", "url", "required"
from "portal_consent"
where "workspace_id" = $1 and "portal_id" = $2
order by "key", "version" desc;

-- insertConsent
insert into "portal_consent" (
  "portal_id", "key", "version", "text_de", "text_en", "url", "required", "workspace_id", "position", "created_at", "retired_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- saveConsent
update "portal_consent"
set "required" = $1, "position" = $2
where "workspace_id" = $3 and "portal_id" = $4 and "key" = $5 and "version" = $6;

-- retireConsents
update "portal_consent"
set "retired_at" = $1
where "workspace_id" = $2 and "portal_id" = $3 and "key" in ($4, $5) and "retired_at" is null;
