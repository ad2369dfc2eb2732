-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findAccess
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."portal_id" = $3 and "access"."deleted_at" is null;

-- findAccessById
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."id" = $2 and "access"."deleted_at" is null;

-- listAccesses
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."id" in ($2, $3) and "access"."deleted_at" is null;

-- listAccessesEvenDeleted
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."id" in ($2, $3);

-- deleteAssignment
delete from "assignment"
where "workspace_id" = $1 and "access_id" = $2 and "contact_id" = $3;

-- listAssignments
select "contact_id"
from "assignment"
where "workspace_id" = $1 and "access_id" = $2
order by "assigned_at", "contact_id";

select "access_id", "contact_id", "area_id"
from "assignment_area"
where "workspace_id" = $1 and "access_id" in ($2);

-- raiseVersion
update "access"
set "version" = "version" + $1
where "workspace_id" = $2 and "id" = $3;

-- saveGrant
update "access"
set "blocked_at" = $1, "blocked_by" = $2, "block_reason" = $3, "expires_on" = $4, "version" = "version" + $5
where "workspace_id" = $6 and "id" = $7;

-- markSignedIn
update "access"
set "last_sign_in_at" = $1
where "workspace_id" = $2 and "id" = $3;

-- registrationSql
(
  case when access.registered_at is not null then case when account.new_email_until > $1 then 'email-change' else 'registered' end when access.activation_sent_at is not null then 'activation-sent' when access.invited_at is not null then 'invited' else 'none' end
)

-- listAccessesOfAccount
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."deleted_at" is null
order by "access"."created_at", "access"."id";

-- listAccessesOfContacts
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."origin", "access"."pending",
  "access"."given_name", "access"."invited_at", "access"."activation_sent_at", "access"."registered_at", "access"."last_sign_in_at",
  "access"."blocked_at", "access"."blocked_by", "access"."block_reason", "access"."expires_on", "access"."version", "access"."created_at",
  "account"."account_name", "account"."email", "account"."new_email", "account"."new_email_until", "account"."password_set_at",
  "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone", "portal"."closed_at" as "portal_closed_at",
  (
    not access.pending
    and not exists (
      select
      from assignment
      join contact on contact.workspace_id = access.workspace_id and contact.id = assignment.contact_id
      join customer on customer.workspace_id = access.workspace_id and customer.id = contact.customer_id
      where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id and customer.closed_at is null
    )
  ) as "companies_closed", account.password_hash is not null as "has_password",
  coalesce(access.deleted_at, account.deleted_at) as "deleted_at", "assignment"."contact_id"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
inner join "assignment" on "assignment"."workspace_id" = "access"."workspace_id" and "assignment"."access_id" = "access"."id"
where "access"."workspace_id" = $1 and "assignment"."contact_id" in ($2, $3) and "access"."deleted_at" is null
order by "access"."created_at", "access"."id";

select "access_id", "contact_id", "area_id"
from "assignment_area"
where "workspace_id" = $1 and "access_id" in ($2);

-- listContactIdsOfAccount: in all portals
select "assignment"."contact_id"
from "assignment"
inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
where "assignment"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."deleted_at" is null
order by "customer"."closed_at" is not null, "assignment"."assigned_at", "assignment"."contact_id";

-- listContactIdsOfAccount: in one
select "assignment"."contact_id"
from "assignment"
inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
inner join "contact" on "contact"."workspace_id" = "assignment"."workspace_id" and "contact"."id" = "assignment"."contact_id"
inner join "customer" on "customer"."workspace_id" = "contact"."workspace_id" and "customer"."id" = "contact"."customer_id"
where "assignment"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."deleted_at" is null and "access"."portal_id" = $3
order by "customer"."closed_at" is not null, "assignment"."assigned_at", "assignment"."contact_id";

-- insertAccess
insert into "access" (
  "origin", "given_name", "id", "account_id", "portal_id", "role", "registered_at", "workspace_id", "activation_sent_at", "last_sign_in_at",
  "blocked_at", "blocked_by", "block_reason", "expires_on", "created_at", "reminders_from", "expiry_reminded_for", "expiry_told_for",
  "deleted_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- insertAssignment
insert into "assignment" ("workspace_id", "access_id", "contact_id", "assigned_at")
values ($1, $2, $3, $4);

-- saveAreas
delete from "assignment_area"
where "workspace_id" = $1 and "access_id" = $2 and "contact_id" = $3;

insert into "assignment_area" ("workspace_id", "access_id", "contact_id", "area_id")
values ($1, $2, $3, $4), ($5, $6, $7, $8);

-- saveRole
update "access"
set "role" = $1, "version" = "version" + $2
where "workspace_id" = $3 and "id" = $4;

-- admittedSql
(
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

-- markInvited
update "access"
set "invited_at" = coalesce("invited_at", $1), "reminders_from" = $2, "reminders_sent" = $3
where "workspace_id" = $4 and "id" = $5 and "registered_at" is null;

-- invitedSql
(
  access.registered_at is null
  and (access.invited_at is not null or access.activation_sent_at is not null)
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
