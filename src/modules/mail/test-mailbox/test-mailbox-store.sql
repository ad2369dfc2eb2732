-- What test-mailbox-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- insertTestMail
insert into "test_mail" ("workspace_id", "id", "message_id", "received_at", "sender", "recipient", "subject", "html", "text", "raw")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

delete from test_mail
where workspace_id = $1 and id in (select id from test_mail where workspace_id = $2 order by received_at desc, id desc offset $3);

-- hasTestMailbox
select "workspace_id"
from "mail_setting"
where "workspace_id" = $1 and "transport" = $2;

-- deleteTestMails
delete from "test_mail"
where "workspace_id" = $1;

-- listTestMailPage: all
select "id", "received_at", "sender", "recipient", "subject"
from "test_mail"
where "workspace_id" = $1
order by "received_at" desc, "id" desc
limit $2;

select count(*) as count
from (select "id" from "test_mail" where "workspace_id" = $1 limit 10001) as counted;

-- listTestMailPage: the next page
select "id", "received_at", "sender", "recipient", "subject"
from "test_mail"
where "workspace_id" = $1 and ("received_at", id) < ($2, $3::uuid)
order by "received_at" desc, "id" desc
limit $4;

-- again statement 2 of „all“

-- listTestMailPage: the page before
select "id", "received_at", "sender", "recipient", "subject"
from "test_mail"
where "workspace_id" = $1 and ("received_at", id) > ($2, $3::uuid)
order by "received_at" asc, "id" asc
limit $4;

-- again statement 2 of „all“

-- listTestMailPage: one word
select "id", "received_at", "sender", "recipient", "subject"
from "test_mail"
where "workspace_id" = $1
  and (
    (pforte_fold(recipient || ' ' || subject) like pforte_fold($2) or pforte_fold(recipient || ' ' || subject) like pforte_fold_wide($3))
  )
order by "received_at" desc, "id" desc
limit $4;

select count(*) as count
from (
  select "id"
  from "test_mail"
  where "workspace_id" = $1
    and (
      (pforte_fold(recipient || ' ' || subject) like pforte_fold($2) or pforte_fold(recipient || ' ' || subject) like pforte_fold_wide($3))
    )
  limit 10001
) as counted;

-- findTestMail
select "id", "received_at", "sender", "recipient", "subject", "html", "text", "raw"
from "test_mail"
where "workspace_id" = $1 and "id" = $2;
