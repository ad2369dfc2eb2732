-- What past-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- setPast
update "access"
set "origin" = $1, "invited_at" = $2, "activation_sent_at" = $3, "registered_at" = $4, "last_sign_in_at" = $5, "created_at" = $6
where "workspace_id" = $7 and "id" = $8;
