-- What return-path-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findReturnPath
select "return_path"
from "mail_setting"
where "workspace_id" = $1;

-- saveReturnPath
update "mail_setting"
set "return_path" = $1, "version" = "version" + $2
where "workspace_id" = $3;
