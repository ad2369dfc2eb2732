-- What contact-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- contactsWithAccess: admitted
(
  select assignment.contact_id
  from assignment
  join access on access.workspace_id = $1 and access.id = assignment.access_id
  join account on account.workspace_id = $2 and account.id = access.account_id
  join portal on portal.workspace_id = $3 and portal.id = access.portal_id
  where assignment.workspace_id = $4
    and (
      access.registered_at is not null
      and account.password_hash is not null
      and (
        access.deleted_at is null
        and account.deleted_at is null
        and access.blocked_at is null
        and (access.expires_on is null or access.expires_on > ($5::timestamptz at time zone portal.time_zone)::date)
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

-- contactsWithAccess: invited
(
  select assignment.contact_id
  from assignment
  join access on access.workspace_id = $1 and access.id = assignment.access_id
  join account on account.workspace_id = $2 and account.id = access.account_id
  join portal on portal.workspace_id = $3 and portal.id = access.portal_id
  where assignment.workspace_id = $4
    and (
      access.registered_at is null
      and (access.invited_at is not null or access.activation_sent_at is not null)
      and (
        access.deleted_at is null
        and account.deleted_at is null
        and access.blocked_at is null
        and (access.expires_on is null or access.expires_on > ($5::timestamptz at time zone portal.time_zone)::date)
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

-- listContactsEverWithAccess
select distinct "contact_id"
from "assignment"
where "workspace_id" = $1 and "contact_id" in ($2, $3);

-- hasEverHadAccess
select "access_id"
from "assignment"
where "workspace_id" = $1 and "contact_id" = $2
limit $3;
