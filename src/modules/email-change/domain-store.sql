-- What domain-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- countDomains
select asked.domain, found.count
from unnest($1::text[]) as asked (domain)
cross join lateral (
  select count(*) as count
  from (
    select 1
    from contact
    where contact.workspace_id = $2 and contact.email is not null and lower(split_part(contact.email, '@', 2)) = asked.domain
    limit 100
  ) as limited
) as found
where found.count > 0;
