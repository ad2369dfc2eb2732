-- What aside-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- mayBeClaimed
(
  message.copy_of is null
  or exists (
    select
    from message as original
    where original.workspace_id = message.workspace_id and original.id = message.copy_of and original.accepted_at is not null
  )
)

-- putWaitingAside
with waiting as (
  select found.workspace_id, found.id, found.held
  from (
    select workspace_id
    from mail_setting
    where mail_setting.transport <> 'none'
      and (mail_setting.paused_until is null or mail_setting.paused_until <= $1)
      and not exists (select from queue_pause where queue_pause.workspace_id = mail_setting.workspace_id)
  ) as setting
  cross join lateral (
    select message.workspace_id, message.id,
      (
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
      ) as held
    from message
    where message.workspace_id = setting.workspace_id
      and message.next_attempt_at <= $2
      and (message.claimed_until is null or message.claimed_until <= $3)
      and message.accepted_at is null
      and message.refused_at is null
      and message.given_up_at is null
      and message.withdrawn_at is null
      and (message.expires_at is null or message.expires_at > $4)
      and (
        (
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
        or (
          message.copy_of is not null
          and exists (
            select
            from message as original
            where original.workspace_id = message.workspace_id
              and original.id = message.copy_of
              and original.accepted_at is null
              and original.next_attempt_at > $5
          )
        )
      )
    limit $6
    for update skip locked
  ) as found
)
update message
set put_aside_from = coalesce(put_aside_from, next_attempt_at),
  next_attempt_at = least(case when waiting.held then $7::timestamptz else $8::timestamptz end, expires_at)
from waiting
where message.workspace_id = waiting.workspace_id and message.id = waiting.id;

-- withdrawLoneCopies
update message
set withdrawn_at = $1, cause = 'original-not-sent', claimed_until = null, claimed_by = null
where (workspace_id, id) in (
  select message.workspace_id, message.id
  from message
  join mail_setting on mail_setting.workspace_id = message.workspace_id
  where message.copy_of is not null
    and message.next_attempt_at <= $2
    and (message.claimed_until is null or message.claimed_until <= $3)
    and message.accepted_at is null
    and message.refused_at is null
    and message.given_up_at is null
    and message.withdrawn_at is null
    and exists (
      select
      from message as original
      where original.workspace_id = message.workspace_id
        and original.id = message.copy_of
        and original.accepted_at is null
        and num_nonnulls(original.refused_at, original.given_up_at, original.withdrawn_at) > 0
    )
  limit 1000
  for update of message skip locked
);

-- wakeMails: of a template
update "message"
set "next_attempt_at" = put_aside_from, "put_aside_from" = $1
where "workspace_id" = $2 and "put_aside_from" is not null and "template_key" = $3;

-- wakeMails: to an address
update "message"
set "next_attempt_at" = put_aside_from, "put_aside_from" = $1
where "workspace_id" = $2 and "put_aside_from" is not null and lower(recipient_address) = $3;
