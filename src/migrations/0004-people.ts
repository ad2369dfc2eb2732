import { type Kysely, sql } from 'kysely';

/** Companies and their people: business records that exist without any account. */
export const peopleMigration = {
  name: '0004-people',
  async up(db: Kysely<unknown>) {
    await sql`
      create table customer (
        workspace_id uuid not null references workspace,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        external_id text check (length(external_id) between 1 and 100),
        street text,
        postal_code text,
        city text,
        country text,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        sort_name text collate "C" not null generated always as (pforte_fold(name)) stored,
        search_text text not null generated always as
          (pforte_fold(name || ' ' || coalesce(external_id, '') || ' ' || coalesce(city, '')) || ' ' || pforte_fold_wide(name)) stored,
        primary key (workspace_id, id)
      )
    `.execute(db);
    await sql`create unique index customer_external_id on customer (workspace_id, lower(external_id))`.execute(db);
    await sql`create index customer_by_name on customer (workspace_id, sort_name, id)`.execute(db);
    await sql`create index customer_by_change on customer (workspace_id, updated_at, id)`.execute(db);
    await sql`create index customer_search on customer using gin (search_text gin_trgm_ops)`.execute(db);

    await sql`
      create table contact (
        workspace_id uuid not null references workspace,
        id uuid not null,
        customer_id uuid not null,
        company text not null default '',
        salutation text check (salutation in ('frau', 'herr')),
        title text,
        first_name text not null,
        last_name text not null check (length(last_name) between 1 and 100),
        email text,
        phones text[] not null default '{}',
        language text check (language in ('de', 'en')),
        address_form text check (address_form in ('sie', 'du')),
        external_id text check (length(external_id) between 1 and 100),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        sort_name text collate "C" not null generated always as (pforte_fold(last_name) || ' ' || pforte_fold(first_name)) stored,
        search_text text not null generated always as (
          pforte_fold(first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(external_id, '') || ' ' || company)
          || ' ' || pforte_fold_wide(first_name || ' ' || last_name || ' ' || company)) stored,
        primary key (workspace_id, id),
        foreign key (workspace_id, customer_id) references customer
      )
    `.execute(db);
    await sql`create unique index contact_external_id on contact (workspace_id, lower(external_id))`.execute(db);
    await sql`create index contact_by_name on contact (workspace_id, sort_name, id)`.execute(db);
    await sql`create index contact_by_customer on contact (workspace_id, customer_id, sort_name, id)`.execute(db);
    await sql`create index contact_by_change on contact (workspace_id, updated_at, id)`.execute(db);
    await sql`create index contact_email on contact (workspace_id, lower(email))`.execute(db);
    await sql`create index contact_search on contact using gin (search_text gin_trgm_ops)`.execute(db);

    // The company's name stands with its people too, kept by the database, so that one index finds „Müller Stadtwerke“.
    await sql`
      create function contact_takes_company() returns trigger language plpgsql as $$
      begin
        -- The lock keeps a rename from passing unseen between this look and the commit.
        select name into strict new.company from customer where workspace_id = new.workspace_id and id = new.customer_id for share;
        return new;
      end $$
    `.execute(db);
    await sql`
      create trigger contact_takes_company before insert or update of customer_id on contact
        for each row execute function contact_takes_company()
    `.execute(db);
    await sql`
      create function customer_gives_name() returns trigger language plpgsql as $$
      begin
        update contact set company = new.name where workspace_id = new.workspace_id and customer_id = new.id;
        return null;
      end $$
    `.execute(db);
    await sql`
      create trigger customer_gives_name after update of name on customer
        for each row when (old.name is distinct from new.name) execute function customer_gives_name()
    `.execute(db);
  },
};
