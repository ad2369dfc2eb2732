-- What candidate-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findGiven
select access.given_name, registration.salutation, registration.first_name, registration.last_name, registration.customer_number,
  registration.postal_code, registration.company_name
from access
left join registration on registration.workspace_id = access.workspace_id
  and registration.account_id = access.account_id
  and registration.portal_id = access.portal_id
where access.workspace_id = $1 and access.id = $2;

-- lockContactForAssignment
select pg_advisory_xact_lock(hashtextextended($1, 0));

-- listLikelyContacts: by everything
select set_config('pg_trgm.word_similarity_threshold', '0.5', true);

select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any(array[pforte_cologne($9), pforte_cologne($10)]::text[]) as last_name_sounds,
  contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any(array[pforte_cologne($11), pforte_cologne($12)]::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($13)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($14))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $15
  and contact.id in (
    (select id from contact where workspace_id = $16 and lower(email) = lower($17) limit $18) union (
      select id
      from contact
      where workspace_id = $19 and lower(external_id) = lower($20)
      limit $21
    ) union (
      select contact.id
      from customer
      join contact on contact.workspace_id = customer.workspace_id and contact.customer_id = customer.id
      where customer.workspace_id = $22 and lower(customer.external_id) = lower($23)
      limit $24
    ) union (
      select id
      from contact
      where workspace_id = $25 and phones <> '{}' and pforte_phones(phones) @> array[pforte_phone($26)]
      limit $27
    ) union (
      select id
      from contact
      where workspace_id = $28
        and (
          ("contact"."search_text" like pforte_fold($29) or "contact"."search_text" like pforte_fold_wide($30))
          and ("contact"."search_text" like pforte_fold($31) or "contact"."search_text" like pforte_fold_wide($32))
        )
      limit $33
    ) union (
      select id
      from contact
      where workspace_id = $34 and (pforte_fold($35) <% "contact"."search_text" and pforte_fold($36) <% "contact"."search_text")
      limit $37
    ) union (
      select id
      from contact
      where workspace_id = $38
        and pforte_cologne(last_name) = any(array[pforte_cologne($39), pforte_cologne($40)]::text[])
        and pforte_cologne(first_name) = any(array[pforte_cologne($41), pforte_cologne($42)]::text[])
      limit $43
    ) union (
      select id
      from contact
      where workspace_id = $44
        and pforte_cologne(last_name) = any(array[pforte_cologne($45), pforte_cologne($46)]::text[])
        and length(pforte_cologne(last_name)) > 1
      limit $47
    )
  );

-- listLikelyContacts: by the address alone
-- again statement 1 of „by everything“

select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any('{}'::text[]) as last_name_sounds, contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any('{}'::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($9)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($10))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $11
  and contact.id in ((select id from contact where workspace_id = $12 and lower(email) = lower($13) limit $14));

-- searchCandidates: by words
select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any('{}'::text[]) as last_name_sounds, contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any('{}'::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($9)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($10))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $11
  and contact.id in (
    (
      select id
      from (
        select id, sort_name
        from contact
        where workspace_id = $12
          and (
            ("contact"."search_text" like pforte_fold($13) or "contact"."search_text" like pforte_fold_wide($14))
            and ("contact"."search_text" like pforte_fold($15) or "contact"."search_text" like pforte_fold_wide($16))
          )
        limit $17
      ) as hit
      order by sort_name, id
      limit $18
    )
  );

select set_config('pg_trgm.word_similarity_threshold', '0.5', true);

select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any('{}'::text[]) as last_name_sounds, contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any('{}'::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($9)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($10))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $11
  and contact.id in (
    (
      select id
      from contact
      where workspace_id = $12 and (pforte_fold($13) <% "contact"."search_text" and pforte_fold($14) <% "contact"."search_text")
      limit $15
    ) union (
      select id
      from contact
      where workspace_id = $16
        and pforte_cologne(last_name) = any(array[pforte_cologne($17), pforte_cologne($18)]::text[])
        and length(pforte_cologne(last_name)) > 1
      limit $19
    )
  );

-- searchCandidates: by a telephone number
select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any(array[pforte_cologne($9), pforte_cologne($10)]::text[]) as last_name_sounds,
  contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any(array[pforte_cologne($11), pforte_cologne($12)]::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($13)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($14))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $15
  and contact.id in (
    (
      select id
      from (
        select id, sort_name
        from contact
        where workspace_id = $16 and (("contact"."search_text" like pforte_fold($17) or "contact"."search_text" like pforte_fold_wide($18)))
        limit $19
      ) as hit
      order by sort_name, id
      limit $20
    ) union (
      select id
      from contact
      where workspace_id = $21 and phones <> '{}' and pforte_phones(phones) @> array[pforte_phone($22)]
      limit $23
    )
  );

-- again statement 2 of „by words“

select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name,
  contact.email, contact.phones, contact.external_id, contact.sort_name, customer.city,
  lower(contact.email) is not distinct from lower($1) as same_address,
  coalesce(lower($2::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
  coalesce(pforte_phones(contact.phones) @> array[pforte_phone($3)], false) as same_phone,
  coalesce(replace(customer.postal_code, ' ', '') = replace($4::text, ' ', ''), false) as same_postcode,
  coalesce(word_similarity(pforte_fold($5::text), pforte_fold(contact.company)) > 0.6, false) as same_company, $6 <> ''
  and (
    pforte_fold((contact.first_name || ' ' || contact.last_name)) = pforte_fold($7)
    or pforte_fold_wide((contact.first_name || ' ' || contact.last_name)) = pforte_fold_wide($8)
  ) as same_name, length(pforte_cologne(contact.last_name)) > 1
  and pforte_cologne(contact.last_name) = any(array[pforte_cologne($9), pforte_cologne($10)]::text[]) as last_name_sounds,
  contact.first_name <> ''
  and pforte_cologne(contact.first_name) = any(array[pforte_cologne($11), pforte_cologne($12)]::text[]) as first_name_sounds,
  greatest(
    similarity(pforte_fold((contact.first_name || ' ' || contact.last_name)), pforte_fold($13)),
    similarity(pforte_fold_wide((contact.first_name || ' ' || contact.last_name)), pforte_fold_wide($14))
  )::float8 as similarity
from contact
join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
where contact.workspace_id = $15
  and contact.id in (
    (select id from contact where workspace_id = $16 and (pforte_fold($17) <% "contact"."search_text") limit $18) union (
      select id
      from contact
      where workspace_id = $19
        and pforte_cologne(last_name) = any(array[pforte_cologne($20)]::text[])
        and length(pforte_cologne(last_name)) > 1
      limit $21
    )
  );
