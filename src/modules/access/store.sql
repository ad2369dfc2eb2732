-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findAccess
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."invited_at", "access"."registered_at",
  "access"."blocked_at", "access"."block_reason", "access"."expires_on", "account"."account_name", "account"."email",
  "account"."password_set_at", "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone",
  account.password_hash is not null as "has_password", coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."portal_id" = $3 and "access"."deleted_at" is null;

-- listAccessesOfAccount
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."invited_at", "access"."registered_at",
  "access"."blocked_at", "access"."block_reason", "access"."expires_on", "account"."account_name", "account"."email",
  "account"."password_set_at", "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone",
  account.password_hash is not null as "has_password", coalesce(access.deleted_at, account.deleted_at) as "deleted_at"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
where "access"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."deleted_at" is null
order by "access"."created_at", "access"."id";

-- listAccessesOfContacts
select "access"."id", "access"."account_id", "access"."portal_id", "access"."role", "access"."invited_at", "access"."registered_at",
  "access"."blocked_at", "access"."block_reason", "access"."expires_on", "account"."account_name", "account"."email",
  "account"."password_set_at", "account"."generation", "portal"."name" as "portal_name", "portal"."time_zone",
  account.password_hash is not null as "has_password", coalesce(access.deleted_at, account.deleted_at) as "deleted_at",
  "assignment"."contact_id"
from "access"
inner join "account" on "account"."workspace_id" = "access"."workspace_id" and "account"."id" = "access"."account_id"
inner join "portal" on "portal"."workspace_id" = "access"."workspace_id" and "portal"."id" = "access"."portal_id"
inner join "assignment" on "assignment"."workspace_id" = "access"."workspace_id" and "assignment"."access_id" = "access"."id"
where "access"."workspace_id" = $1 and "assignment"."contact_id" in ($2, $3) and "access"."deleted_at" is null
order by "access"."created_at", "access"."id";

select "access_id", "contact_id", "area_id"
from "assignment_area"
where "workspace_id" = $1 and "access_id" in ($2);

-- listAreaIdsOfAccess
select "access_id", "contact_id", "area_id"
from "assignment_area"
where "workspace_id" = $1 and "access_id" in ($2);

-- listContactIdsOfAccount
select "assignment"."contact_id"
from "assignment"
inner join "access" on "access"."workspace_id" = "assignment"."workspace_id" and "access"."id" = "assignment"."access_id"
where "assignment"."workspace_id" = $1 and "access"."account_id" = $2 and "access"."deleted_at" is null
order by "assignment"."assigned_at";

-- insertAccess
insert into "access" (
  "id", "account_id", "portal_id", "role", "registered_at", "workspace_id", "blocked_at", "blocked_by", "block_reason", "expires_on",
  "created_at", "reminders_from", "deleted_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

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

-- markRegistered
update "access"
set "registered_at" = $1, "version" = "version" + $2
where "workspace_id" = $3 and "account_id" = $4 and "registered_at" is null and "deleted_at" is null
returning "id";

-- admittedSql
(
  access.deleted_at is null
  and account.deleted_at is null
  and access.blocked_at is null
  and (access.expires_on is null or access.expires_on > ($1::timestamptz at time zone portal.time_zone)::date)
  and access.registered_at is not null
  and account.password_hash is not null
)

-- markInvited
update "access"
set "invited_at" = coalesce("invited_at", $1), "reminders_from" = $2, "reminders_sent" = $3
where "workspace_id" = $4 and "id" = $5 and "registered_at" is null;

-- invitedSql
(
  access.deleted_at is null
  and account.deleted_at is null
  and access.blocked_at is null
  and (access.expires_on is null or access.expires_on > ($1::timestamptz at time zone portal.time_zone)::date)
  and access.registered_at is null
  and access.invited_at is not null
)

-- contactsWithAccess: admitted
(
  select assignment.contact_id
  from assignment
  join access on access.workspace_id = $1 and access.id = assignment.access_id
  join account on account.workspace_id = $2 and account.id = access.account_id
  join portal on portal.workspace_id = $3 and portal.id = access.portal_id
  where assignment.workspace_id = $4
    and (
      access.deleted_at is null
      and account.deleted_at is null
      and access.blocked_at is null
      and (access.expires_on is null or access.expires_on > ($5::timestamptz at time zone portal.time_zone)::date)
      and access.registered_at is not null
      and account.password_hash is not null
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
      access.deleted_at is null
      and account.deleted_at is null
      and access.blocked_at is null
      and (access.expires_on is null or access.expires_on > ($5::timestamptz at time zone portal.time_zone)::date)
      and access.registered_at is null
      and access.invited_at is not null
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
