-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findMailDomain
select "dkim_selectors", "spf_mechanisms", "checked_at", "basis", "report", "known", "alarm", "alarm_since", "version"
from "mail_domain"
where "workspace_id" = $1;

-- lockMailDomain
insert into "mail_domain" ("workspace_id")
values ($1)
on conflict ("workspace_id") do nothing;

select "dkim_selectors", "spf_mechanisms", "checked_at", "basis", "report", "known", "alarm", "alarm_since", "version"
from "mail_domain"
where "workspace_id" = $1
for update;

-- claimCheck
insert into "mail_domain" ("workspace_id", "claimed_until")
values ($1, $2)
on conflict ("workspace_id") do update
set "claimed_until" = $3
where ("mail_domain"."claimed_until" is null or "mail_domain"."claimed_until" <= $4) and "mail_domain"."checked_at" is not distinct from $5
returning "workspace_id";

-- saveReport
update "mail_domain"
set "checked_at" = $1, "basis" = $2, "report" = $3, "known" = $4, "alarm" = $5, "alarm_since" = $6, "claimed_until" = $7
where "workspace_id" = $8;

-- saveStated
update "mail_domain"
set "dkim_selectors" = $1, "spf_mechanisms" = $2, "version" = "version" + $3
where "workspace_id" = $4;

-- endAlarm
update "mail_domain"
set "alarm" = $1, "alarm_since" = $2
where "workspace_id" = $3;
