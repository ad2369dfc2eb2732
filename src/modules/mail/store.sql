-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findTransport
select "transport", "host", "port", "encryption", "sender_name", "sender_address", "paused_until", "paused_since", "pause_cause",
  "pause_answer", "version"
from "mail_setting"
where "workspace_id" = $1;

-- insertMailSetting
insert into "mail_setting" (
  "workspace_id", "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_name", "sender_address"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- replaceTestMailbox
update "mail_setting"
set "transport" = $1, "host" = $2, "port" = $3, "encryption" = $4, "user_name" = $5, "sealed_password" = $6, "sender_address" = $7,
  "version" = "version" + $8
where "workspace_id" = $9 and "transport" = $10 and "version" = $11;

-- listInactiveTemplates
select "key"
from "mail_template"
where "workspace_id" = $1 and "active" = $2;

-- saveTemplateSwitch
insert into "mail_template" ("workspace_id", "key", "active", "changed_at")
values ($1, $2, $3, $4)
on conflict ("workspace_id", "key") do update
set "active" = $5, "changed_at" = $6;

-- listLastSent
select key as template_key,
  (select max(accepted_at) from message where workspace_id = $1 and template_key = key and accepted_at is not null) as last_sent_at
from unnest($2::text[]) as key;
