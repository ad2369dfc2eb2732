-- What store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findCustomer
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at"
from "customer"
where "workspace_id" = $1 and "id" = $2;

-- lockCustomer
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at"
from "customer"
where "workspace_id" = $1 and "id" = $2
for update;

-- holdCustomer
select "id"
from "customer"
where "workspace_id" = $1 and "id" = $2
for key share;

-- countContactsOf
select "customer_id", count(*) as "count"
from "contact"
where "workspace_id" = $1 and "customer_id" in ($2, $3)
group by "customer_id";

-- insertCustomer
insert into "customer" (
  "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "created_at", "updated_at", "workspace_id"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- saveCustomer
update "customer"
set "name" = $1, "external_id" = $2, "street" = $3, "postal_code" = $4, "city" = $5, "country" = $6, "closed_at" = $7, "updated_at" = $8,
  "version" = "version" + $9
where "workspace_id" = $10 and "id" = $11
returning "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at";

-- deleteCustomerRow
delete from "customer"
where "workspace_id" = $1 and "id" = $2;

-- listCustomers: by name
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  sort_name as "sort_key"
from "customer"
where "workspace_id" = $1
order by sort_name asc, "id" asc
limit $2;

select count(*) as count
from (select "id" from "customer" where "workspace_id" = $1 limit 10001) as counted;

select "customer_id", count(*) as "count"
from "contact"
where "workspace_id" = $1 and "customer_id" in ($2)
group by "customer_id";

-- listCustomers: by name, more than ten thousand
-- again statement 1 of „by name“

-- again statement 2 of „by name“

explain (format json)
select "id"
from "customer"
where "workspace_id" = $1;

-- again statement 3 of „by name“

-- listCustomers: by name, the next page
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  sort_name as "sort_key"
from "customer"
where "workspace_id" = $1 and (sort_name, id) > ($2::text, $3::uuid)
order by sort_name asc, "id" asc
limit $4;

-- again statement 2 of „by name“

-- listCustomers: by name, the page before
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  sort_name as "sort_key"
from "customer"
where "workspace_id" = $1 and (sort_name, id) < ($2::text, $3::uuid)
order by sort_name desc, "id" desc
limit $4;

-- again statement 2 of „by name“

-- listCustomers: by name, backwards
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  sort_name as "sort_key"
from "customer"
where "workspace_id" = $1
order by sort_name desc, "id" desc
limit $2;

-- again statement 2 of „by name“

-- listCustomers: by the last change
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  to_json(updated_at)#>>'{}' as "sort_key"
from "customer"
where "workspace_id" = $1
order by updated_at asc, "id" asc
limit $2;

-- again statement 2 of „by name“

-- listCustomers: by the last change, the newest first, the next page
select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  to_json(updated_at)#>>'{}' as "sort_key"
from "customer"
where "workspace_id" = $1 and (updated_at, id) < ($2::timestamptz, $3::uuid)
order by updated_at desc, "id" desc
limit $4;

-- again statement 2 of „by name“

-- listCustomers: search, found as typed
select "id"
from "customer"
where "workspace_id" = $1
  and (
    ("search_text" like pforte_fold($2) or "search_text" like pforte_fold_wide($3))
    and ("search_text" like pforte_fold($4) or "search_text" like pforte_fold_wide($5))
  )
limit $6;

select "id", "name", "external_id", "street", "postal_code", "city", "country", "closed_at", "version", "created_at", "updated_at",
  sort_name as "sort_key"
from "customer"
where "workspace_id" = $1 and "id" = any($2::uuid[])
order by sort_name asc, "id" asc
limit $3;

-- again statement 3 of „by name“

-- listCustomers: search, found as similar
select "id"
from "customer"
where "workspace_id" = $1 and (("search_text" like pforte_fold($2) or "search_text" like pforte_fold_wide($3)))
limit $4;

select set_config('pg_trgm.word_similarity_threshold', '0.5', true);

select "id"
from "customer"
where "workspace_id" = $1 and (pforte_fold($2) <% "search_text")
limit $3;

-- again statement 2 of „search, found as typed“

-- again statement 3 of „by name“
