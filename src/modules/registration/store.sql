-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertRequest
insert into "registration_request" (
  "salutation", "first_name", "last_name", "customer_number", "postal_code", "company_name", "consents", "variant", "id", "portal_id",
  "email", "password_hash", "requested_at", "workspace_id"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- takeRequest
delete from "registration_request"
where "workspace_id" = $1
  and "id" = (
    select "id"
    from "registration_request"
    where "workspace_id" = $2
    order by "tries", "requested_at", "id"
    limit $3
    for update skip locked
  )
returning "id", "portal_id", "email", "salutation", "first_name", "last_name", "customer_number", "postal_code", "company_name", "consents",
  "variant", "password_hash", "requested_at";

-- countFailedTry
update "registration_request"
set "tries" = "tries" + $1
where "workspace_id" = $2 and "id" = $3
returning "tries";

delete from "registration_request"
where "workspace_id" = $1 and "id" = $2;

-- dropRequest
delete from "registration_request"
where "workspace_id" = $1 and "id" = $2;

-- findRegistration
select "id", "account_id", "portal_id", "salutation", "first_name", "last_name", "customer_number", "postal_code", "company_name",
  "consents", "variant", "password_hash", "requested_at", "mailed_at", "activated_at", "refused_at"
from "registration"
where "workspace_id" = $1 and "account_id" = $2 and "portal_id" = $3;

-- putRegistration
insert into "registration" (
  "id", "account_id", "portal_id", "salutation", "first_name", "last_name", "customer_number", "postal_code", "company_name", "consents",
  "variant", "password_hash", "requested_at", "mailed_at", "activated_at", "refused_at", "workspace_id"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
on conflict ("workspace_id", "account_id", "portal_id") do update
set "salutation" = $18, "first_name" = $19, "last_name" = $20, "customer_number" = $21, "postal_code" = $22, "company_name" = $23,
  "consents" = $24, "variant" = $25, "password_hash" = $26, "requested_at" = $27, "mailed_at" = $28, "activated_at" = $29,
  "refused_at" = $30;

-- saveRegistration
update "registration"
set "activated_at" = $1, "password_hash" = $2
where "workspace_id" = $3 and "id" = $4;

-- markActivationSent
update "access"
set "activation_sent_at" = $1, "given_name" = $2, "version" = "version" + $3
where "workspace_id" = $4 and "id" = $5 and "registered_at" is null;

-- markActivated
update "access"
set "registered_at" = coalesce("registered_at", $1), "version" = "version" + $2
where "workspace_id" = $3 and "id" = $4;

-- insertConsents
insert into "consent_given" ("workspace_id", "account_id", "portal_id", "key", "version", "given_at", "confirmed_at")
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing;

-- listConsentsGiven
select "key", "version", "given_at", "confirmed_at"
from "consent_given"
where "workspace_id" = $1 and "account_id" = $2 and "portal_id" = $3
order by "given_at", "key";

-- spendProof
insert into "spent_proof" ("workspace_id", "challenge", "expires_at")
values ($1, $2, $3)
on conflict do nothing;

-- deleteOldProofs
delete from "spent_proof"
where "workspace_id" = $1 and "expires_at" <= $2;
