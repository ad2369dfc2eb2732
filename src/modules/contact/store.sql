-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findContact
select "id", "customer_id", "company", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form",
  "external_id", "version", "created_at", "updated_at"
from "contact"
where "workspace_id" = $1 and "id" = $2;

-- lockContact
select "id", "customer_id", "company", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form",
  "external_id", "version", "created_at", "updated_at"
from "contact"
where "workspace_id" = $1 and "id" = $2
for update;

-- insertContact
insert into "contact" (
  "id", "customer_id", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form", "external_id",
  "created_at", "updated_at", "workspace_id"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
returning "id", "customer_id", "company", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form",
  "external_id", "version", "created_at", "updated_at";

-- saveContact
update "contact"
set "customer_id" = $1, "salutation" = $2, "title" = $3, "first_name" = $4, "last_name" = $5, "email" = $6, "phones" = $7, "language" = $8,
  "address_form" = $9, "external_id" = $10, "updated_at" = $11, "version" = "version" + $12
where "workspace_id" = $13 and "id" = $14
returning "id", "customer_id", "company", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form",
  "external_id", "version", "created_at", "updated_at";

-- deleteContactRow
delete from "contact"
where "workspace_id" = $1 and "id" = $2;

-- listContacts: by name
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
order by contact.sort_name asc, "contact"."id" asc
limit $2;

select count(*) as count
from (select "contact"."id" from "contact" where "contact"."workspace_id" = $1 limit 10001) as counted;

-- listContacts: by name, more than ten thousand
-- again statement 1 of „by name“

-- again statement 2 of „by name“

explain (format json)
select "contact"."id"
from "contact"
where "contact"."workspace_id" = $1;

-- listContacts: by name, the next page
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1 and (contact.sort_name, contact.id) > ($2::text, $3::uuid)
order by contact.sort_name asc, "contact"."id" asc
limit $4;

-- again statement 2 of „by name“

-- listContacts: by name, the page before
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1 and (contact.sort_name, contact.id) < ($2::text, $3::uuid)
order by contact.sort_name desc, "contact"."id" desc
limit $4;

-- again statement 2 of „by name“

-- listContacts: by name, backwards
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
order by contact.sort_name desc, "contact"."id" desc
limit $2;

-- again statement 2 of „by name“

-- listContacts: by the last change
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", to_json(contact.updated_at)#>>'{}' as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
order by contact.updated_at asc, "contact"."id" asc
limit $2;

-- again statement 2 of „by name“

-- listContacts: by the last change, the newest first, the next page
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", to_json(contact.updated_at)#>>'{}' as "sort_key"
from "contact"
where "contact"."workspace_id" = $1 and (contact.updated_at, contact.id) < ($2::timestamptz, $3::uuid)
order by contact.updated_at desc, "contact"."id" desc
limit $4;

-- again statement 2 of „by name“

-- listContacts: of a company
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1 and "contact"."customer_id" = $2
order by contact.sort_name asc, "contact"."id" asc
limit $3;

select count(*) as count
from (select "contact"."id" from "contact" where "contact"."workspace_id" = $1 and "contact"."customer_id" = $2 limit 10001) as counted;

-- listContacts: with access
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
  and "contact"."id" in (
    select assignment.contact_id
    from assignment
    join access on access.workspace_id = $2 and access.id = assignment.access_id
    join account on account.workspace_id = $3 and account.id = access.account_id
    join portal on portal.workspace_id = $4 and portal.id = access.portal_id
    where assignment.workspace_id = $5
      and (
        access.registered_at is not null
        and account.password_hash is not null
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
order by contact.sort_name asc, "contact"."id" asc
limit $7;

select count(*) as count
from (
  select "contact"."id"
  from "contact"
  where "contact"."workspace_id" = $1
    and "contact"."id" in (
      select assignment.contact_id
      from assignment
      join access on access.workspace_id = $2 and access.id = assignment.access_id
      join account on account.workspace_id = $3 and account.id = access.account_id
      join portal on portal.workspace_id = $4 and portal.id = access.portal_id
      where assignment.workspace_id = $5
        and (
          access.registered_at is not null
          and account.password_hash is not null
          and (
            access.deleted_at is null
            and account.deleted_at is null
            and access.blocked_at is null
            and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
  limit 10001
) as counted;

-- listContacts: without access
select set_config('work_mem', '64MB', true);

select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
  and "contact"."id" not in (
    select assignment.contact_id
    from assignment
    join access on access.workspace_id = $2 and access.id = assignment.access_id
    join account on account.workspace_id = $3 and account.id = access.account_id
    join portal on portal.workspace_id = $4 and portal.id = access.portal_id
    where assignment.workspace_id = $5
      and (
        access.registered_at is not null
        and account.password_hash is not null
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
order by contact.sort_name asc, "contact"."id" asc
limit $7;

select count(*) as count
from (
  select "contact"."id"
  from "contact"
  where "contact"."workspace_id" = $1
    and "contact"."id" not in (
      select assignment.contact_id
      from assignment
      join access on access.workspace_id = $2 and access.id = assignment.access_id
      join account on account.workspace_id = $3 and account.id = access.account_id
      join portal on portal.workspace_id = $4 and portal.id = access.portal_id
      where assignment.workspace_id = $5
        and (
          access.registered_at is not null
          and account.password_hash is not null
          and (
            access.deleted_at is null
            and account.deleted_at is null
            and access.blocked_at is null
            and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
  limit 10001
) as counted;

-- listContacts: invited
select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1
  and "contact"."id" in (
    select assignment.contact_id
    from assignment
    join access on access.workspace_id = $2 and access.id = assignment.access_id
    join account on account.workspace_id = $3 and account.id = access.account_id
    join portal on portal.workspace_id = $4 and portal.id = access.portal_id
    where assignment.workspace_id = $5
      and (
        access.registered_at is null
        and (access.invited_at is not null or access.activation_sent_at is not null)
        and (
          access.deleted_at is null
          and account.deleted_at is null
          and access.blocked_at is null
          and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
order by contact.sort_name asc, "contact"."id" asc
limit $7;

select count(*) as count
from (
  select "contact"."id"
  from "contact"
  where "contact"."workspace_id" = $1
    and "contact"."id" in (
      select assignment.contact_id
      from assignment
      join access on access.workspace_id = $2 and access.id = assignment.access_id
      join account on account.workspace_id = $3 and account.id = access.account_id
      join portal on portal.workspace_id = $4 and portal.id = access.portal_id
      where assignment.workspace_id = $5
        and (
          access.registered_at is null
          and (access.invited_at is not null or access.activation_sent_at is not null)
          and (
            access.deleted_at is null
            and account.deleted_at is null
            and access.blocked_at is null
            and (access.expires_on is null or access.expires_on > ($6::timestamptz at time zone portal.time_zone)::date)
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
  limit 10001
) as counted;

-- listContacts: search, found as typed
select "contact"."id"
from "contact"
where "contact"."workspace_id" = $1
  and (
    ("contact"."search_text" like pforte_fold($2) or "contact"."search_text" like pforte_fold_wide($3))
    and ("contact"."search_text" like pforte_fold($4) or "contact"."search_text" like pforte_fold_wide($5))
  )
limit $6;

select "contact"."id", "contact"."customer_id", "contact"."company", "contact"."salutation", "contact"."title", "contact"."first_name",
  "contact"."last_name", "contact"."email", "contact"."phones", "contact"."language", "contact"."address_form", "contact"."external_id",
  "contact"."version", "contact"."created_at", "contact"."updated_at", contact.sort_name as "sort_key"
from "contact"
where "contact"."workspace_id" = $1 and "contact"."id" = any($2::uuid[])
order by contact.sort_name asc, "contact"."id" asc
limit $3;

-- listContacts: search, found as similar
select "contact"."id"
from "contact"
where "contact"."workspace_id" = $1
  and "contact"."customer_id" = $2
  and (("contact"."search_text" like pforte_fold($3) or "contact"."search_text" like pforte_fold_wide($4)))
limit $5;

select set_config('pg_trgm.word_similarity_threshold', '0.5', true);

select "contact"."id"
from "contact"
where "contact"."workspace_id" = $1 and "contact"."customer_id" = $2 and (pforte_fold($3) <% "contact"."search_text")
limit $4;

-- again statement 2 of „search, found as typed“

-- listNewestLinkMails
select access.account_id, access.portal_id, newest.id as message_id
from access
cross join lateral (
  select message.id
  from message
  where message.workspace_id = $1
    and message.account_id = access.account_id
    and message.portal_id = access.portal_id
    and message.link_id is not null
    and message.copy_of is null
  order by message.queued_at desc, message.id desc
  limit 1
) newest
where access.workspace_id = $2 and access.account_id = any($3::uuid[]) and access.deleted_at is null;

-- listContactsByAddress
select "id", "customer_id", "company", "salutation", "title", "first_name", "last_name", "email", "phones", "language", "address_form",
  "external_id", "version", "created_at", "updated_at"
from "contact"
where "workspace_id" = $1 and lower(email) = $2
limit $3;
