-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findMailbox
select "host", "port", "encryption", "user_name", "folder", "after_reading", "sub_addresses", "sealed_password", "last_read_at",
  "next_read_at", "failed_since", "failure", "failure_answer", "sub_addresses_asked_at", "sub_addresses_proven_at"
from "bounce_mailbox"
where "workspace_id" = $1;

-- lockMailbox
select "host", "port", "encryption", "user_name", "folder", "after_reading", "sub_addresses", "sealed_password", "last_read_at",
  "next_read_at", "failed_since", "failure", "failure_answer", "sub_addresses_asked_at", "sub_addresses_proven_at"
from "bounce_mailbox"
where "workspace_id" = $1
for update;

-- saveMailbox: the same mailbox
insert into "bounce_mailbox" (
  "workspace_id", "host", "port", "encryption", "user_name", "sealed_password", "folder", "after_reading", "sub_addresses", "next_read_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict ("workspace_id") do update
set "host" = $11, "port" = $12, "encryption" = $13, "user_name" = $14, "sealed_password" = $15, "folder" = $16, "after_reading" = $17,
  "sub_addresses" = $18, "next_read_at" = $19, "claimed_until" = $20, "claimed_by" = $21, "failed_since" = $22, "failure" = $23,
  "failure_answer" = $24;

-- saveMailbox: another mailbox
insert into "bounce_mailbox" (
  "workspace_id", "host", "port", "encryption", "user_name", "sealed_password", "folder", "after_reading", "sub_addresses", "next_read_at"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict ("workspace_id") do update
set "host" = $11, "port" = $12, "encryption" = $13, "user_name" = $14, "sealed_password" = $15, "folder" = $16, "after_reading" = $17,
  "sub_addresses" = $18, "next_read_at" = $19, "claimed_until" = $20, "claimed_by" = $21, "failed_since" = $22, "failure" = $23,
  "failure_answer" = $24, "uid_validity" = $25, "last_uid" = $26, "sub_addresses_asked_at" = $27, "sub_addresses_proven_at" = $28;

-- deleteMailbox
delete from "bounce_mailbox"
where "workspace_id" = $1;

-- claimMailbox
update "bounce_mailbox"
set "claimed_by" = $1, "claimed_until" = $2
where "workspace_id" = $3 and "next_read_at" <= $4 and ("claimed_until" is null or "claimed_until" <= $5)
returning "host", "port", "encryption", "user_name", "folder", "after_reading", "sub_addresses", "sealed_password", "uid_validity",
  "last_uid", "failure";

-- holdsMailbox
select "workspace_id"
from "bounce_mailbox"
where "workspace_id" = $1 and "claimed_by" = $2;

-- giveBackMailbox
update "bounce_mailbox"
set "claimed_by" = $1, "claimed_until" = $2
where "workspace_id" = $3 and "claimed_by" = $4;

-- saveSubAddressesAsked
update "bounce_mailbox"
set "sub_addresses_asked_at" = $1
where "workspace_id" = $2 and "sub_addresses" = $3;

-- saveSubAddressesProven
update "bounce_mailbox"
set "sub_addresses_proven_at" = $1
where "workspace_id" = $2 and "sub_addresses_asked_at" is not null and "sub_addresses_proven_at" is null;

-- saveReading
update "bounce_mailbox"
set "uid_validity" = $1, "last_uid" = $2, "last_read_at" = $3, "next_read_at" = $4, "claimed_by" = $5, "claimed_until" = $6,
  "failed_since" = $7, "failure" = $8, "failure_answer" = $9
where "workspace_id" = $10 and "claimed_by" = $11;

-- saveFailure
update "bounce_mailbox"
set "next_read_at" = $1, "failure" = $2, "failure_answer" = $3, "claimed_by" = $4, "claimed_until" = $5,
  "failed_since" = coalesce(failed_since, $6)
where "workspace_id" = $7 and "claimed_by" = $8;
