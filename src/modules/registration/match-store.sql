-- What match-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listFittingContacts: by address
select "contact"."id"
from "contact"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
where "contact"."workspace_id" = $1 and lower(contact.email) = $2
limit $3;

-- listFittingContacts: by number
select "contact"."id"
from "contact"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
where "contact"."workspace_id" = $1
  and "contact"."id" in (
    select one.id
    from contact as one
    where one.workspace_id = $2 and lower(one.external_id) = $3
    union
    select one.id
    from contact as one
    join customer as company on company.workspace_id = one.workspace_id and company.id = one.customer_id
    where company.workspace_id = $4 and lower(company.external_id) = $5
  )
limit $6;

-- listFittingContacts: by name and postcode
select "contact"."id"
from "contact"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
where "contact"."workspace_id" = $1
  and contact.search_text like pforte_fold_wide($2)
  and pforte_fold_wide(contact.first_name) = pforte_fold_wide($3)
  and pforte_fold_wide(contact.last_name) = pforte_fold_wide($4)
  and replace(customer.postal_code, ' ', '') = $5
limit $6;

-- isAssignedIn
select "access"."id"
from "assignment"
inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
where "assignment"."workspace_id" = $1 and "assignment"."contact_id" = $2 and "access"."portal_id" = $3 and "access"."deleted_at" is null
limit $4;
