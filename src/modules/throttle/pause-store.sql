-- What pause-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- listShutCounters
select asked.account, asked.kind, max(throttle.blocked_until) as until
from jsonb_to_recordset($1::jsonb) as asked (account text, kind text, "from" text, before text)
join throttle on throttle.workspace_id = $2
  and throttle.key ~>=~ asked."from"
  and throttle.key ~<~ asked.before
  and throttle.blocked_until > $3
group by asked.account, asked.kind;

-- emptyCounters
delete from throttle
using jsonb_to_recordset($1::jsonb) as asked (account text, kind text, "from" text, before text)
where throttle.workspace_id = $2 and throttle.key ~>=~ asked."from" and throttle.key ~<~ asked.before
returning coalesce(throttle.blocked_until > $3, false) as was_shut;
