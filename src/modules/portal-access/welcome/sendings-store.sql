-- What sendings-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listSentMails
select "id", "link_id", "template_key"
from "message"
where "workspace_id" = $1
  and "account_id" = $2
  and "template_key" in ($3, $4, $5, $6, $7, $8, $9, $10)
  and "copy_of" is null
  and ("portal_id" = $11 or "portal_id" is null)
order by "queued_at" desc, "id" desc
limit $12;

-- listAskers
select event.change->'after'->>'linkId' as key, event.actor_kind, event.actor_id
from event
where event.workspace_id = $1 and event.subject_type = 'account' and event.subject_id = $2 and event.name = 'link.issued'
union all
select event.change->'after'->>'messageId', event.actor_kind, event.actor_id
from event
where event.workspace_id = $3
  and event.subject_type = 'access'
  and event.subject_id = $4
  and event.name in ('access.welcomed', 'access.welcome-resent');
