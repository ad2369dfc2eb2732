-- What template-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listInactiveTemplates
select "key", "active"
from "mail_template"
where "workspace_id" = $1;

-- saveTemplateSwitch: off
insert into "mail_template" ("workspace_id", "key", "active", "changed_at")
values ($1, $2, $3, $4)
on conflict ("workspace_id", "key") do update
set "active" = $5, "changed_at" = $6
where "mail_template"."active" <> $7
returning "key";

-- saveTemplateSwitch: on
update "mail_template"
set "active" = $1, "changed_at" = $2
where "workspace_id" = $3 and "key" = $4 and "active" <> $5
returning "key";

-- listLastSent
select key as template_key,
  (select max(accepted_at) from message where workspace_id = $1 and template_key = key and accepted_at is not null) as last_sent_at
from unnest($2::text[]) as key;
