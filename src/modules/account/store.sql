-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findCredential
select "id" as "account_id", "generation", "password_hash"
from "account"
where "workspace_id" = $1 and "kind" = $2 and "account_name_key" = $3 and "deleted_at" is null;

-- findCredentialOf
select "id" as "account_id", "generation", "password_hash"
from "account"
where "workspace_id" = $1 and "id" = $2 and "deleted_at" is null;

-- findAccount
select "id", "kind", "account_name", "email", "new_email", "new_email_until", "password_set_at", "generation", "deleted_at",
  password_hash is not null as "has_password"
from "account"
where "workspace_id" = $1 and "id" = $2;

-- findAccountByName
select "id", "kind", "account_name", "email", "new_email", "new_email_until", "password_set_at", "generation", "deleted_at",
  password_hash is not null as "has_password"
from "account"
where "workspace_id" = $1 and "kind" = $2 and "account_name_key" = $3 and "deleted_at" is null;

-- listAccountsMeant: a name
select "id", "kind", "account_name", "email", "new_email", "new_email_until", "password_set_at", "generation", "deleted_at",
  password_hash is not null as "has_password"
from "account"
where "workspace_id" = $1 and "kind" = $2 and "deleted_at" is null and "account_name_key" = $3
order by "created_at"
limit $4;

-- listAccountsMeant: a name or an address
select "id", "kind", "account_name", "email", "new_email", "new_email_until", "password_set_at", "generation", "deleted_at",
  password_hash is not null as "has_password"
from "account"
where "workspace_id" = $1 and "kind" = $2 and "deleted_at" is null and ("account_name_key" = $3 or lower(email) = $4)
order by "created_at"
limit $5;

-- lockAccount
select "id", "kind", "account_name", "email", "new_email", "new_email_until", "password_set_at", "generation", "deleted_at",
  password_hash is not null as "has_password"
from "account"
where "workspace_id" = $1 and "id" = $2
for update;

-- insertAccount
insert into "account" (
  "id", "kind", "account_name", "email", "password_hash", "workspace_id", "account_name_key", "password_set_at", "created_at", "deleted_at",
  "new_email", "new_email_until"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- recordPassword
update "account"
set "password_hash" = $1, "password_set_at" = $2, "generation" = "generation" + $3
where "workspace_id" = $4 and "id" = $5 and "deleted_at" is null
returning "generation";

-- renewHash
update "account"
set "password_hash" = $1
where "workspace_id" = $2 and "id" = $3 and "generation" = $4;

-- changeAddress: the address
update "account"
set "email" = $1, "generation" = "generation" + $2
where "workspace_id" = $3 and "id" = $4;

-- changeAddress: address and name
update "account"
set "email" = $1, "account_name" = $2, "account_name_key" = $3, "generation" = "generation" + $4
where "workspace_id" = $5 and "id" = $6;

-- awaitAddress
update "account"
set "new_email" = $1, "new_email_until" = $2
where "workspace_id" = $3 and "id" = $4;

-- deletePassword
update "account"
set "password_hash" = $1, "password_set_at" = $2, "generation" = "generation" + $3
where "workspace_id" = $4 and "id" = $5;

-- raiseGeneration
update "account"
set "generation" = "generation" + $1
where "workspace_id" = $2 and "id" = $3;
