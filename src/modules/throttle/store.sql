-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- countTry
with asked as (
  select key, always, "drainSeconds" * interval '1 second' as drain, pauses
  from jsonb_to_recordset($1::jsonb) as one (key text, always boolean, "drainSeconds" float8, pauses float8[])
),
judged as (select * from asked where always or not exists (select from throttle where workspace_id = $2 and key = $3 and last_at > $4)),
shut as (
  select max(blocked_until) as until
  from throttle
  where workspace_id = $5 and key in (select key from judged) and blocked_until > $6
),
counted as (
  insert into throttle as counter (workspace_id, key, failures, last_at, blocked_until)
  select $7::uuid, key, 1, $8::timestamptz, $9::timestamptz + nullif(pauses[1], 0) * interval '1 second'
  from judged
  where (select until from shut) is null
  order by key
  on conflict (workspace_id, key) do update
  set (failures, last_at, blocked_until) = (
    select filled.failures, filled.last_at,
      $10::timestamptz + nullif(pauses[least(filled.failures, cardinality(pauses))], 0) * interval '1 second'
    from asked
    cross join lateral (
      select greatest(floor(extract(epoch from $11::timestamptz - counter.last_at) / extract(epoch from drain))::int, 0) as drained
    ) leak
    cross join lateral (
      select greatest(counter.failures - drained, 0) + 1 as failures,
        case when counter.failures > drained then counter.last_at + drained * drain else $12::timestamptz end as last_at
    ) filled
    where asked.key = excluded.key
  )
  where counter.blocked_until is null or counter.blocked_until <= $13
  returning key, blocked_until
)
select judged.key, counted.key is not null as counted, counted.blocked_until, shut.until as shut_until
from judged
cross join shut
left join counted on counted.key = judged.key
order by judged.key;

-- settleSuccess
with taken as (select key, "blockedUntil" as until from jsonb_to_recordset($1::jsonb) as one (key text, "blockedUntil" timestamptz)),
locked as (
  select key
  from throttle
  where workspace_id = $2 and key = any (array(select key from taken union all select $3::text))
  order by key
  for update
),
taken_back as (
  update throttle as counter
  set failures = greatest(counter.failures - 1, 0),
    blocked_until = case when counter.blocked_until = taken.until then null else counter.blocked_until end
  from locked
  join taken on taken.key = locked.key
  where counter.workspace_id = $4 and counter.key = locked.key and counter.key is distinct from $5
),
emptied as (
  delete from throttle
  where workspace_id = $6 and key in (select key from locked where key = $7)
)
insert into throttle as known (workspace_id, key, failures, last_at, blocked_until)
select $8::uuid, own.key, 0, $9::timestamptz, null
from (values ($10::text)) as own (key)
where own.key is not null
on conflict (workspace_id, key) do update
set last_at = excluded.last_at
where known.last_at < excluded.last_at - interval '1 day';

-- rememberSince
insert into "throttle" ("workspace_id", "key", "failures", "last_at", "blocked_until")
values ($1, $2, $3, $4, $5)
on conflict ("workspace_id", "key") do update
set "last_at" = $6;

-- findSince
select "last_at"
from "throttle"
where "workspace_id" = $1 and "key" = $2;

-- deleteOld
delete from throttle
where workspace_id = $1 and last_at < $2 and (not starts_with(key, 'known:') or last_at < $3)
returning key;
