-- What forget-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- deleteEndedMessages
delete from message
where workspace_id = $1
  and id in (
    select ended.id
    from message as ended
    where ended.workspace_id = $2
      and ended.queued_at < $3
      and (ended.claimed_until is null or ended.claimed_until <= $4)
      and (num_nonnulls(ended.accepted_at, ended.refused_at, ended.given_up_at, ended.withdrawn_at) > 0 or ended.expires_at <= $5)
      and not exists (
        select
        from message
        where message.workspace_id = ended.workspace_id
          and message.copy_of = ended.id
          and num_nonnulls(message.accepted_at, message.refused_at, message.given_up_at, message.withdrawn_at) = 0
          and (
            message.claimed_until > $6
            or not (
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
          )
      )
    order by ended.queued_at, ended.id
    limit $7
    for update skip locked
  );
