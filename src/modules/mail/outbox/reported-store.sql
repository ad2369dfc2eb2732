-- What reported-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- lockMessageByHeader
select "id", "recipient_address", "contact_id", "account_id", "template_key", "queued_at", "attempts", "accepted_at", "bounced_at",
  "bounce_status", "bounce_answer",
  (
    num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at, unknown_at) = 0
    and attempts > 0
    and deferrals = 0
    and not exists (
      select
      from attempt
      where attempt.workspace_id = message.workspace_id and attempt.message_id = message.id and attempt.ended_at is null
    )
  ) as "is_reopened"
from "message"
where "workspace_id" = $1 and "message_id" = $2
for update;

-- lockReportedMessage
select "id", "recipient_address", "contact_id", "account_id", "template_key", "queued_at", "attempts", "accepted_at", "bounced_at",
  "bounce_status", "bounce_answer",
  (
    num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at, unknown_at) = 0
    and attempts > 0
    and deferrals = 0
    and not exists (
      select
      from attempt
      where attempt.workspace_id = message.workspace_id and attempt.message_id = message.id and attempt.ended_at is null
    )
  ) as "is_reopened"
from "message"
where "workspace_id" = $1 and "id" = $2
for update;

-- saveDelay
update "message"
set "accepted_at" = coalesce("accepted_at", $1), "refused_at" = $2, "given_up_at" = $3, "withdrawn_at" = $4, "unknown_at" = $5,
  "bounce_status" = $6, "bounce_answer" = $7, "cause" = $8, "sealed_link" = $9, "claimed_until" = $10, "claimed_by" = $11
where "workspace_id" = $12 and "id" = $13 and "bounced_at" is null;

-- saveBounce
update "message"
set "accepted_at" = coalesce("accepted_at", $1), "refused_at" = $2, "given_up_at" = $3, "withdrawn_at" = $4, "unknown_at" = $5,
  "bounced_at" = $6, "bounce_status" = $7, "bounce_answer" = $8, "cause" = $9, "sealed_link" = $10, "claimed_until" = $11,
  "claimed_by" = $12
where "workspace_id" = $13 and "id" = $14;
