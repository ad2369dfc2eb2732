-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

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

-- deleteTestMails
delete from "test_mail"
where "workspace_id" = $1;

-- listInactiveTemplates
select "key"
from "mail_template"
where "workspace_id" = $1 and "active" = $2;

-- saveTemplateSwitch: off
insert into "mail_template" ("workspace_id", "key", "active", "changed_at")
values ($1, $2, $3, $4)
on conflict ("workspace_id", "key") do update
set "active" = $5, "changed_at" = $6
where "mail_template"."active" = $7
returning "key";

-- saveTemplateSwitch: on
update "mail_template"
set "active" = $1, "changed_at" = $2
where "workspace_id" = $3 and "key" = $4 and "active" = $5
returning "key";

-- listLastSent
select key as template_key,
  (select max(accepted_at) from message where workspace_id = $1 and template_key = key and accepted_at is not null) as last_sent_at
from unnest($2::text[]) as key;
