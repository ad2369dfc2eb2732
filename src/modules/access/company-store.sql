-- What company-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listAccountsOnlyOf
select distinct "access"."account_id"
from "contact"
inner join "assignment" on "assignment"."workspace_id" = "contact"."workspace_id" and "assignment"."contact_id" = "contact"."id"
inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
where "contact"."workspace_id" = $1
  and "contact"."customer_id" = $2
  and "access"."deleted_at" is null
  and not exists (
    select
    from access as other
    join assignment as role on role.workspace_id = other.workspace_id and role.access_id = other.id
    join contact as person on person.workspace_id = role.workspace_id and person.id = role.contact_id
    join customer on customer.workspace_id = person.workspace_id and customer.id = person.customer_id
    where other.workspace_id = access.workspace_id
      and other.account_id = access.account_id
      and other.deleted_at is null
      and customer.id <> $3
      and customer.closed_at is null
  )
order by "access"."account_id";
