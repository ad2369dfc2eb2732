-- What failed-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- accountsWithFailedMail
(
  select failed.account_id
  from message as failed
  where failed.workspace_id = $1
    and failed.account_id is not null
    and failed.copy_of is null
    and (failed.refused_at is not null or failed.given_up_at is not null or failed.bounced_at is not null)
    and not exists (
      select
      from message as newer
      where newer.workspace_id = $2 and newer.account_id = failed.account_id and newer.queued_at > failed.queued_at
    )
)
