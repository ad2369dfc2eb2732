-- What lost-mail-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listLostMails
select message.id
from message
where message.workspace_id = $1
  and (message.refused_at is not null or message.given_up_at is not null or message.bounced_at is not null)
  and (
    message.account_id is null
    or message.copy_of is not null
    or (
      exists (
        select
        from account
        where account.workspace_id = message.workspace_id
          and account.id = message.account_id
          and account.deleted_at is null
          and lower(account.email) = lower(message.recipient_address)
      )
      and not exists (
        select
        from message later
        where later.workspace_id = message.workspace_id
          and later.account_id = message.account_id
          and (later.queued_at, later.id) > (message.queued_at, message.id)
          and later.accepted_at is not null
          and later.bounced_at is null
          and later.copy_of is null
          and (message.link_id is null or (later.link_id is not null and later.portal_id is not distinct from message.portal_id))
      )
    )
  )
order by message.queued_at desc, message.id desc
limit $2;
