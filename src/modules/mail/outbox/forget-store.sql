-- What forget-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- deleteEndedMessages
delete from message
where workspace_id = $1
  and id in (
    select id
    from message
    where workspace_id = $2
      and queued_at < $3
      and (claimed_until is null or claimed_until <= $4)
      and (num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at) > 0 or expires_at <= $5)
      and not exists (
        select
        from message as copy
        where copy.workspace_id = message.workspace_id
          and copy.copy_of = message.id
          and num_nonnulls(copy.accepted_at, copy.refused_at, copy.given_up_at, copy.withdrawn_at) = 0
      )
    order by queued_at, id
    limit $6
    for update skip locked
  );
