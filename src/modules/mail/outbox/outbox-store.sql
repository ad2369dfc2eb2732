-- What outbox-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertMessage
insert into "message" (
  "workspace_id", "id", "template_key", "variant", "account_id", "contact_id", "portal_id", "link_id", "recipient_name",
  "recipient_address", "message_id", "subject", "html", "text", "sealed_link", "queued_at", "next_attempt_at", "claimed_until",
  "claimed_by", "accepted_at", "refused_at", "given_up_at", "withdrawn_at", "unknown_at", "cause", "expires_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26);

-- listDueSettings
select "workspace_id", "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_name", "sender_address",
  "reply_to", "return_path", "return_path_tags", "from_environment", "paused_until", "paused_since", "pause_cause", "pause_answer",
  "version"
from "mail_setting"
where "transport" <> $1
  and ("paused_until" is null or "paused_until" <= $2)
  and exists (
    select
    from message
    where message.workspace_id = mail_setting.workspace_id
      and next_attempt_at <= $3
      and (claimed_until is null or claimed_until <= $4)
      and accepted_at is null
      and refused_at is null
      and given_up_at is null
      and withdrawn_at is null
      and (
        (
          not (
            exists (
              select
              from mail_template
              where mail_template.workspace_id = message.workspace_id
                and mail_template.key = message.template_key
                and not mail_template.active
            )
            or exists (
              select
              from address_mark
              where address_mark.workspace_id = message.workspace_id
                and address_mark.address_key = lower(message.recipient_address)
                and address_mark.released_at is null
            )
          )
          and (
            message.copy_of is null
            or exists (
              select
              from message as original
              where original.workspace_id = message.workspace_id and original.id = message.copy_of and original.accepted_at is not null
            )
          )
        )
        or expires_at <= $5
      )
  )
  and not exists (select from queue_pause where queue_pause.workspace_id = mail_setting.workspace_id);

-- claimMessages
with due as (
  select id
  from message
  where workspace_id = $1
    and next_attempt_at <= $2
    and (claimed_until is null or claimed_until <= $3)
    and accepted_at is null
    and refused_at is null
    and given_up_at is null
    and withdrawn_at is null
    and (
      (
        not (
          exists (
            select
            from mail_template
            where mail_template.workspace_id = message.workspace_id
              and mail_template.key = message.template_key
              and not mail_template.active
          )
          or exists (
            select
            from address_mark
            where address_mark.workspace_id = message.workspace_id
              and address_mark.address_key = lower(message.recipient_address)
              and address_mark.released_at is null
          )
        )
        and (
          message.copy_of is null
          or exists (
            select
            from message as original
            where original.workspace_id = message.workspace_id and original.id = message.copy_of and original.accepted_at is not null
          )
        )
      )
      or expires_at <= $4
    )
    and not exists (select from queue_pause where workspace_id = $5)
    and exists (select from mail_setting where workspace_id = $6 and version = $7 and transport <> 'none')
  order by next_attempt_at, id
  limit $8
  for update skip locked
),
abandoned as (
  update attempt
  set ended_at = $9, outcome = 'unknown', cause = 'interrupted'
  from due
  where attempt.workspace_id = $10 and attempt.message_id = due.id and attempt.ended_at is null
  returning attempt.message_id
)
update message
set claimed_until = $11, claimed_by = $12, put_aside_from = null,
  deferrals = deferrals + (select count(*) from abandoned where abandoned.message_id = message.id)::int,
  unknown_at = case when exists (select from abandoned where abandoned.message_id = message.id) then $13 else unknown_at end
from due
where message.workspace_id = $14 and message.id = due.id
returning message.id, template_key, variant, link_id, recipient_name, recipient_address, message_id, subject, html, text, sealed_link,
  queued_at, next_attempt_at, deferrals, expires_at;

-- releaseMessages
update "message"
set "claimed_until" = $1, "claimed_by" = $2
where "workspace_id" = $3 and "claimed_by" = $4 and "id" in ($5, $6);

-- endClaims
update "message"
set "claimed_until" = $1
where "workspace_id" = $2 and "claimed_until" > $3;

-- startAttempts
with in_force as materialized (select from mail_setting where workspace_id = $1 and version = $2 and transport <> 'none' for share),
begun as (select * from jsonb_to_recordset($3::jsonb) as begun(id uuid, transport text, host text, tls text)),
started as (
  update message
  set attempts = attempts + 1, claimed_until = $4
  from begun
  where message.workspace_id = $5
    and message.id = begun.id
    and message.id = any($6::uuid[])
    and claimed_by = $7
    and claimed_until > $8
    and accepted_at is null
    and refused_at is null
    and given_up_at is null
    and withdrawn_at is null
    and (expires_at is null or expires_at > $9)
    and not (
      exists (
        select
        from mail_template
        where mail_template.workspace_id = message.workspace_id and mail_template.key = message.template_key and not mail_template.active
      )
      or exists (
        select
        from address_mark
        where address_mark.workspace_id = message.workspace_id
          and address_mark.address_key = lower(message.recipient_address)
          and address_mark.released_at is null
      )
    )
    and not exists (select from queue_pause where workspace_id = $10)
    and exists (select from in_force)
  returning message.id, attempts, begun.transport, begun.host, begun.tls
)
insert into attempt (workspace_id, message_id, number, started_at, transport, host, tls)
select $11, id, attempts, $12, transport, host, tls
from started
returning message_id as id, number;

-- startAttempt
with in_force as materialized (select from mail_setting where workspace_id = $1 and version = $2 and transport <> 'none' for share),
begun as (select * from jsonb_to_recordset($3::jsonb) as begun(id uuid, transport text, host text, tls text)),
started as (
  update message
  set attempts = attempts + 1, claimed_until = $4
  from begun
  where message.workspace_id = $5
    and message.id = begun.id
    and message.id = any($6::uuid[])
    and claimed_by = $7
    and claimed_until > $8
    and accepted_at is null
    and refused_at is null
    and given_up_at is null
    and withdrawn_at is null
    and (expires_at is null or expires_at > $9)
    and not (
      exists (
        select
        from mail_template
        where mail_template.workspace_id = message.workspace_id and mail_template.key = message.template_key and not mail_template.active
      )
      or exists (
        select
        from address_mark
        where address_mark.workspace_id = message.workspace_id
          and address_mark.address_key = lower(message.recipient_address)
          and address_mark.released_at is null
      )
    )
    and not exists (select from queue_pause where workspace_id = $10)
    and exists (select from in_force)
  returning message.id, attempts, begun.transport, begun.host, begun.tls
)
insert into attempt (workspace_id, message_id, number, started_at, transport, host, tls)
select $11, id, attempts, $12, transport, host, tls
from started
returning message_id as id, number;

-- renewClaim
update message
set claimed_until = $1
where workspace_id = $2
  and id = $3
  and claimed_by = $4
  and claimed_until > $5
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and (expires_at is null or expires_at > $6)
  and not (
    exists (
      select
      from mail_template
      where mail_template.workspace_id = message.workspace_id and mail_template.key = message.template_key and not mail_template.active
    )
    or exists (
      select
      from address_mark
      where address_mark.workspace_id = message.workspace_id
        and address_mark.address_key = lower(message.recipient_address)
        and address_mark.released_at is null
    )
  )
  and not exists (select from queue_pause where workspace_id = $7)
  and exists (select from mail_setting where workspace_id = $8 and version = $9 and transport <> 'none')
  and exists (
    select
    from attempt
    where attempt.workspace_id = message.workspace_id and attempt.message_id = message.id and number = $10 and ended_at is null
  )
returning id;

-- listOpenTries
select "attempt"."message_id", "attempt"."number"
from "attempt"
inner join "message" on "message"."workspace_id" = "attempt"."workspace_id" and "message"."id" = "attempt"."message_id"
where "attempt"."workspace_id" = $1 and "ended_at" is null and "claimed_until" > $2;

-- strikeAttempt
with "struck" as (
  delete from "attempt"
  where "workspace_id" = $1 and "message_id" = $2 and "number" = $3 and "ended_at" is null
  returning "number"
)
update "message"
set "attempts" = "attempts" - $4, "claimed_until" = $5, "claimed_by" = $6
where "workspace_id" = $7 and "id" = $8 and "attempts" = $9 and exists (select "number" from "struck");

-- finishAttempt: accepted
with "ended" as (
  update "attempt"
  set "ended_at" = $1, "outcome" = $2, "cause" = $3, "code" = $4, "enhanced_code" = $5, "answer" = $6
  where "workspace_id" = $7 and "message_id" = $8 and "number" = $9
  returning "number"
)
update "message"
set "accepted_at" = $10, "refused_at" = $11, "given_up_at" = $12, "withdrawn_at" = $13, "unknown_at" = $14, "cause" = $15,
  "sealed_link" = $16, "claimed_until" = $17, "claimed_by" = $18
where "workspace_id" = $19 and "id" = $20 and "accepted_at" is null;

-- finishAttempt: refused
with "ended" as (
  update "attempt"
  set "ended_at" = $1, "outcome" = $2, "cause" = $3, "code" = $4, "enhanced_code" = $5, "answer" = $6
  where "workspace_id" = $7 and "message_id" = $8 and "number" = $9 and "ended_at" is null
  returning "number"
)
update "message"
set "refused_at" = $10, "unknown_at" = $11, "cause" = $12, "sealed_link" = $13, "claimed_until" = $14, "claimed_by" = $15
where "workspace_id" = $16
  and "id" = $17
  and "accepted_at" is null
  and "claimed_by" = $18
  and "withdrawn_at" is null
  and "refused_at" is null
  and "given_up_at" is null
  and exists (select "number" from "ended");

-- finishAttempt: deferred or unknown
with "ended" as (
  update "attempt"
  set "ended_at" = $1, "outcome" = $2, "cause" = $3, "code" = $4, "enhanced_code" = $5, "answer" = $6
  where "workspace_id" = $7 and "message_id" = $8 and "number" = $9 and "ended_at" is null
  returning "number"
)
update "message"
set "deferrals" = $10, "next_attempt_at" = $11, "cause" = $12, "unknown_at" = $13, "claimed_until" = $14, "claimed_by" = $15
where "workspace_id" = $16
  and "id" = $17
  and "accepted_at" is null
  and "claimed_by" = $18
  and "withdrawn_at" is null
  and "refused_at" is null
  and "given_up_at" is null
  and exists (select "number" from "ended");

-- finishAttempt: the transport failed
with "ended" as (
  update "attempt"
  set "ended_at" = $1, "outcome" = $2, "cause" = $3, "code" = $4, "enhanced_code" = $5, "answer" = $6
  where "workspace_id" = $7 and "message_id" = $8 and "number" = $9 and "ended_at" is null
  returning "number"
)
update "message"
set "cause" = $10, "claimed_until" = $11, "claimed_by" = $12
where "workspace_id" = $13
  and "id" = $14
  and "accepted_at" is null
  and "claimed_by" = $15
  and "withdrawn_at" is null
  and "refused_at" is null
  and "given_up_at" is null
  and exists (select "number" from "ended");

-- finishAccepted
with "ended" as (
  update attempt
  set ended_at = $1, outcome = 'accepted', cause = null, code = said.code, enhanced_code = said.enhanced_code, answer = said.answer,
    tls = coalesce(said.tls, attempt.tls)
  from jsonb_to_recordset($2::jsonb) as said(id uuid, number integer, code integer, enhanced_code text, answer text, tls text)
  where attempt.workspace_id = $3 and attempt.message_id = said.id and attempt.message_id = any($4::uuid[]) and attempt.number = said.number
  returning attempt.number
)
update "message"
set "accepted_at" = $5, "refused_at" = $6, "given_up_at" = $7, "withdrawn_at" = $8, "unknown_at" = $9, "cause" = $10, "sealed_link" = $11,
  "claimed_until" = $12, "claimed_by" = $13
where "workspace_id" = $14 and "id" in ($15, $16) and "accepted_at" is null;

-- giveUpMessage
update "message"
set "given_up_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and "id" = $7
  and "claimed_by" = $8
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null;

-- withdrawMessages: these mails
update "message"
set "withdrawn_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and "id" in ($7, $8);

-- withdrawMessages: of an account
update "message"
set "withdrawn_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and "account_id" = $7;

-- withdrawMessages: of an account, with a link
update "message"
set "withdrawn_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and "account_id" = $7
  and "link_id" is not null;

-- withdrawMessages: with these links
update "message"
set "withdrawn_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and "link_id" in ($7, $8);

-- withdrawMessages: of a template
update "message"
set "withdrawn_at" = $1, "cause" = $2, "sealed_link" = $3, "claimed_until" = $4, "claimed_by" = $5
where "workspace_id" = $6
  and accepted_at is null
  and refused_at is null
  and given_up_at is null
  and withdrawn_at is null
  and "template_key" = $7;
