-- What return-path-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findReturnPath
select "return_path", "return_path_tags", "bounce_version"
from "mail_setting"
where "workspace_id" = $1;

-- lockReturnPath
select "return_path", "return_path_tags", "bounce_version"
from "mail_setting"
where "workspace_id" = $1
for update;

-- saveReturnPath
update "mail_setting"
set "return_path" = $1, "return_path_tags" = $2, "bounce_version" = "bounce_version" + $3,
  "version" = version + (return_path is distinct from $4::text or return_path_tags <> $5::boolean)::int
where "workspace_id" = $6;

-- saveReturnTags
update "mail_setting"
set "return_path_tags" = $1, "version" = "version" + $2
where "workspace_id" = $3 and "return_path" = $4 and "return_path_tags" = $5;
