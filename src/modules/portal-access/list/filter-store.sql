-- What filter-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- conditionOf: one portal, one role
("access"."portal_id" = $1::uuid and "access"."role" = $2::text)

-- conditionOf: several portals and roles
("access"."portal_id" = any($1::uuid[]) and "access"."role" = any($2::text[]))

-- conditionOf: not registered
(
  (
    (access.registered_at is null and access.activation_sent_at is null and access.invited_at is null)
    or (access.registered_at is null and access.activation_sent_at is null and access.invited_at is not null)
    or (access.registered_at is null and access.activation_sent_at is not null)
  )
)

-- conditionOf: registered
(
  (
    (
      access.registered_at is not null
      and not exists (
        select
        from account
        where account.workspace_id = access.workspace_id and account.id = access.account_id and account.new_email_until > $1
      )
    )
  )
)

-- conditionOf: changing their address
(
  (
    (
      access.registered_at is not null
      and exists (
        select
        from account
        where account.workspace_id = access.workspace_id and account.id = access.account_id and account.new_email_until > $1
      )
    )
  )
)

-- conditionOf: registered in any way
(((access.registered_at is not null and true)) and access.last_sign_in_at is null)

-- conditionOf: assignment pending
(access.pending)

-- conditionOf: assigned
(not access.pending)

-- conditionOf: granted
(access.blocked_at is null)

-- conditionOf: not granted
(access.blocked_at is not null)

-- conditionOf: can sign in
(
  exists (
    select
    from account
    join portal on portal.workspace_id = account.workspace_id and portal.id = access.portal_id
    where account.workspace_id = access.workspace_id
      and account.id = access.account_id
      and (
        access.registered_at is not null
        and account.password_hash is not null
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($1::timestamptz at time zone portal.time_zone)::date)
          and portal.closed_at is null
          and not (
            not access.pending
            and not exists (
              select
              from assignment
              join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
              join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
              where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
            )
          )
        )
      )
  )
)

-- conditionOf: cannot sign in
(
  exists (
    select
    from account
    join portal on portal.workspace_id = account.workspace_id and portal.id = access.portal_id
    where account.workspace_id = access.workspace_id
      and account.id = access.account_id
      and not (
        access.registered_at is not null
        and account.password_hash is not null
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($1::timestamptz at time zone portal.time_zone)::date)
          and portal.closed_at is null
          and not (
            not access.pending
            and not exists (
              select
              from assignment
              join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
              join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
              where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
            )
          )
        )
      )
  )
)

-- conditionOf: expired
(
  (
    access.expires_on <= (($1::timestamptz at time zone 'UTC') + interval '14 hours')::date
    and exists (
      select
      from portal
      where portal.workspace_id = access.workspace_id
        and portal.id = access.portal_id
        and access.expires_on <= ($2::timestamptz at time zone portal.time_zone)::date
    )
  )
)

-- conditionOf: expires soon
(
  (
    access.expires_on > (($1::timestamptz at time zone 'UTC') - interval '12 hours')::date
    and access.expires_on <= (($2::timestamptz at time zone 'UTC') + interval '14 hours')::date + $3::int
    and exists (
      select
      from portal
      where portal.workspace_id = access.workspace_id
        and portal.id = access.portal_id
        and access.expires_on > ($4::timestamptz at time zone portal.time_zone)::date
        and access.expires_on <= ($5::timestamptz at time zone portal.time_zone)::date + $6::int
    )
  )
)

-- conditionOf: all companies are switched off
(
  (
    access.id in (
      select assignment.access_id
      from customer
      join contact on contact.workspace_id = $1 and contact.customer_id = customer.id
      join assignment on assignment.workspace_id = $2 and assignment.contact_id = contact.id
      where customer.workspace_id = $3 and customer.closed_at is not null
    )
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  )
)

-- conditionOf: the portal is switched off
(access.portal_id in (select portal.id from portal where portal.workspace_id = access.workspace_id and portal.closed_at is not null))

-- conditionOf: no password yet
(access.registered_at is null)

-- conditionOf: no password any more
(
  exists (
    select
    from account
    join portal on portal.workspace_id = account.workspace_id and portal.id = access.portal_id
    where account.workspace_id = access.workspace_id and account.id = access.account_id and account.password_hash is null
  )
)

-- conditionOf: of a company
(
  access.id in (
    select assignment.access_id
    from assignment
    join contact on contact.workspace_id = $1 and contact.id = assignment.contact_id
    where assignment.workspace_id = $2 and contact.customer_id = $3::uuid
  )
)

-- conditionOf: delivery failed
(
  access.account_id in (
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
)

-- conditionOf: added and invited before
(access.created_at < (($1::date)::timestamp at time zone $2::text) and access.invited_at < (($3::date)::timestamp at time zone $4::text))
