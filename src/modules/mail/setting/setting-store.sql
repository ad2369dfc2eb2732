-- What setting-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findTransport
select "transport", "host", "port", "encryption", "sender_name", "sender_address", "paused_until", "paused_since", "pause_cause",
  "pause_answer", "version"
from "mail_setting"
where "workspace_id" = $1;

-- insertMailSetting
insert into "mail_setting" (
  "workspace_id", "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_name", "sender_address",
  "from_environment"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- lockMailSetting
select "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_address", "from_environment"
from "mail_setting"
where "workspace_id" = $1
for update;

-- saveAdoptedSetting
update "mail_setting"
set "transport" = $1, "host" = $2, "port" = $3, "encryption" = $4, "user_name" = $5, "sealed_password" = $6, "sender_address" = $7,
  "paused_since" = $8, "paused_until" = $9, "pause_cause" = $10, "pause_answer" = $11, "version" = "version" + $12
where "workspace_id" = $13;

-- pauseTransport
update "mail_setting"
set "paused_until" = $1, "pause_cause" = $2, "pause_answer" = $3, "paused_since" = $4
where "workspace_id" = $5 and "version" = $6 and "paused_since" is null;

update "mail_setting"
set "paused_until" = $1, "pause_cause" = $2, "pause_answer" = $3
where "workspace_id" = $4 and "version" = $5;

-- takeProbe
update "mail_setting"
set "paused_until" = $1
where "workspace_id" = $2 and "paused_since" is not null and "paused_until" <= $3
returning "workspace_id";

-- resumeTransport
update "mail_setting"
set "paused_since" = $1, "paused_until" = $2, "pause_cause" = $3, "pause_answer" = $4
where "workspace_id" = $5 and "paused_since" is not null;
