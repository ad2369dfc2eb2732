-- What registered-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- saveGiven
update "access"
set "role" = $1, "origin" = $2, "activation_sent_at" = $3, "given_name" = $4, "version" = "version" + $5
where "workspace_id" = $6 and "id" = $7;

-- deleteUnproven
update "access"
set "deleted_at" = $1, "given_name" = $2, "version" = "version" + $3
where "workspace_id" = $4 and "account_id" = $5 and "deleted_at" is null;

update "account"
set "deleted_at" = $1, "generation" = "generation" + $2
where "workspace_id" = $3 and "id" = $4;

-- markRegistered
update "access"
set "registered_at" = $1, "version" = "version" + $2
where "workspace_id" = $3
  and "account_id" = $4
  and "registered_at" is null
  and "deleted_at" is null
  and not ("origin" = $5 and "activation_sent_at" is not null and "pending" = $6)
returning "id";
