-- What facts-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listNewestLinks
select asked.id as access_id, account.generation as account_generation, link.purpose, link.generation, link.created_at, link.expires_at,
  link.used_at, link.superseded_at, link.refusals, link.refused_at, link.refusal, seen.opened_at, seen.machine_at,
  older.opened_at as older_opened_at, mail.id as message_id
from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked (id, account_id, portal_id)
join account on account.workspace_id = $4 and account.id = asked.account_id
cross join lateral (
  select *
  from one_time_link
  where workspace_id = $5
    and account_id = asked.account_id
    and portal_id = asked.portal_id
    and purpose in ('welcome', 'set-password', 'reset', 'activation')
  order by created_at desc, id desc
  limit 1
) link
left join lateral (
  select max(last_at) filter (where kind = 'person') as opened_at, max(last_at) filter (where kind = 'machine') as machine_at
  from link_visit
  where workspace_id = $6 and link_id = link.id
) seen on true
left join lateral (
  select max(link_visit.last_at) as opened_at
  from (
    select id, superseded_at
    from one_time_link
    where workspace_id = $7 and account_id = asked.account_id and id <> link.id and superseded_at is not null
    order by created_at desc, id desc
    limit 20
  ) earlier
  join link_visit on link_visit.workspace_id = $8
    and link_visit.link_id = earlier.id
    and link_visit.kind = 'person'
    and link_visit.last_at > earlier.superseded_at
) older on true
left join lateral (
  select id
  from message
  where workspace_id = $9 and account_id = asked.account_id and link_id = link.id and copy_of is null
  order by queued_at desc
  limit 1
) mail on true;

-- listTries
select asked.id as account_id, since.failures::int as failures, since.last_failure_at, elsewhere.at as elsewhere_at,
  elsewhere.portal_id as elsewhere_portal_id
from unnest($1::uuid[]) as asked (id)
cross join lateral (
  with newest as (
    select sequence, name, at, change
    from event
    where workspace_id = $2 and subject_type = 'account' and subject_id = asked.id
    order by sequence desc
    limit 200
  ),
  entered as (
    select coalesce(max(sequence), 0) as sequence
    from newest
    where name in ('session.started', 'password.set', 'password-reset.imposed')
  )
  select count(*) filter (where newest.name = 'sign-in.failed') as failures,
    max(newest.at) filter (where newest.name = 'sign-in.failed') as last_failure_at,
    max(newest.sequence) filter (where newest.name = 'sign-in.denied') as denied
  from newest, entered
  where newest.sequence > entered.sequence
) since
left join lateral (
  select at, (change -> 'after' ->> 'portalId')::uuid as portal_id
  from event
  where workspace_id = $3 and sequence = since.denied
) elsewhere on true;

-- listClosedCustomers
select "id"
from "customer"
where "workspace_id" = $1 and "id" in ($2, $3) and "closed_at" is not null;
