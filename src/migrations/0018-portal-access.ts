import { type Kysely, sql } from 'kysely';

/** Portal access as its own records: how each came to be, how far it has come, and how it is found among a million. */
export const portalAccessMigration = {
  name: '0018-portal-access',
  async up(db: Kysely<unknown>) {
    // A company or a portal that is switched off lets nobody in, and forgets nobody.
    await sql`alter table portal add column closed_at timestamptz`.execute(db);
    await sql`alter table customer add column closed_at timestamptz`.execute(db);

    // An address that waits for its confirmation; mails go to the one before until then.
    await sql`alter table account add column new_email text, add column new_email_until timestamptz`.execute(db);
    await sql`alter table account add constraint account_new_email check ((new_email is null) = (new_email_until is null))`.execute(db);

    await sql`
      alter table access
        add column origin text not null default 'given' check (origin in ('given', 'self-registration')),
        add column activation_sent_at timestamptz,
        add column last_sign_in_at timestamptz,
        add column given_name text,
        add column pending boolean not null default true,
        add column sort_name text collate "C" not null default '',
        add column search_text text not null default ''
    `.execute(db);

    // Whether any contact is assigned, at once; how an access is found and sorted, at the commit, because the locks of accounts come before those of accesses.
    await sql`
      create function access_counts_assignments() returns trigger language plpgsql as $$
      declare one record;
      begin
        if tg_op = 'DELETE' then one := old; else one := new; end if;
        update access set pending = not exists (
          select from assignment where assignment.workspace_id = one.workspace_id and assignment.access_id = one.access_id)
        where workspace_id = one.workspace_id and id = one.access_id;
        return null;
      end $$
    `.execute(db);
    await sql`
      create trigger access_counts_assignments after insert or delete on assignment
        for each row execute function access_counts_assignments()
    `.execute(db);

    await sql`
      create function describe_access(of_workspace uuid, of_access uuid) returns void language sql as $$
        update access set sort_name = described.sort_name, search_text = described.search_text
        from (
          select
            coalesce(min(contact.sort_name), pforte_fold(coalesce(found.given_name, account.account_name))) as sort_name,
            pforte_fold(account.account_name || ' ' || account.email || ' ' || coalesce(found.given_name, ''))
              || ' ' || pforte_fold_wide(coalesce(found.given_name, ''))
              || coalesce(' ' || string_agg(contact.search_text || ' ' || pforte_fold(coalesce(customer.external_id, '')), ' '), '') as search_text
          from access as found
          join account on account.workspace_id = found.workspace_id and account.id = found.account_id
          left join assignment on assignment.workspace_id = found.workspace_id and assignment.access_id = found.id
          left join contact on contact.workspace_id = assignment.workspace_id and contact.id = assignment.contact_id
          left join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
          where found.workspace_id = of_workspace and found.id = of_access
          group by account.account_name, account.email, found.given_name
        ) as described
        where access.workspace_id = of_workspace and access.id = of_access
          and (access.sort_name, access.search_text) is distinct from (described.sort_name, described.search_text)
      $$
    `.execute(db);
    await sql`
      create function access_is_described() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'access' then
          perform describe_access(new.workspace_id, new.id);
        elsif tg_table_name = 'assignment' then
          if tg_op = 'DELETE' then perform describe_access(old.workspace_id, old.access_id);
          else perform describe_access(new.workspace_id, new.access_id); end if;
        elsif tg_table_name = 'account' then
          perform describe_access(access.workspace_id, access.id) from access
            where access.workspace_id = new.workspace_id and access.account_id = new.id order by access.id;
        elsif tg_table_name = 'contact' then
          perform describe_access(assignment.workspace_id, assignment.access_id) from assignment
            where assignment.workspace_id = new.workspace_id and assignment.contact_id = new.id order by assignment.access_id;
        else
          perform describe_access(assignment.workspace_id, assignment.access_id) from assignment
            join contact on contact.workspace_id = assignment.workspace_id and contact.id = assignment.contact_id
            where contact.workspace_id = new.workspace_id and contact.customer_id = new.id order by assignment.access_id;
        end if;
        return null;
      end $$
    `.execute(db);
    await sql`
      create constraint trigger access_is_described after insert on access
        deferrable initially deferred for each row execute function access_is_described()
    `.execute(db);
    await sql`
      create constraint trigger access_is_described_anew after update on access
        deferrable initially deferred for each row when (old.given_name is distinct from new.given_name)
        execute function access_is_described()
    `.execute(db);
    await sql`
      create constraint trigger access_is_described after insert or delete on assignment
        deferrable initially deferred for each row execute function access_is_described()
    `.execute(db);
    await sql`
      create constraint trigger access_is_described after update on account
        deferrable initially deferred for each row
        when (old.account_name is distinct from new.account_name or old.email is distinct from new.email)
        execute function access_is_described()
    `.execute(db);
    await sql`
      create constraint trigger access_is_described after update on contact
        deferrable initially deferred for each row when (old.search_text is distinct from new.search_text)
        execute function access_is_described()
    `.execute(db);
    await sql`
      create constraint trigger access_is_described after update on customer
        deferrable initially deferred for each row when (old.external_id is distinct from new.external_id)
        execute function access_is_described()
    `.execute(db);

    await sql`
      update access set pending = not exists (
        select from assignment where assignment.workspace_id = access.workspace_id and assignment.access_id = access.id)
    `.execute(db);
    await sql`select describe_access(workspace_id, id) from access`.execute(db);

    await sql`create index access_by_name on access (workspace_id, sort_name, id) where deleted_at is null`.execute(db);
    await sql`create index access_by_portal on access (workspace_id, portal_id, sort_name, id) where deleted_at is null`.execute(db);
    await sql`create index access_search on access using gin (search_text gin_trgm_ops) where deleted_at is null`.execute(db);
    await sql`create index access_pending on access (workspace_id, sort_name, id) where pending and deleted_at is null`.execute(db);
    await sql`create index access_blocked on access (workspace_id, sort_name, id) where blocked_at is not null and deleted_at is null`.execute(
      db,
    );
    await sql`create index access_expiring on access (workspace_id, expires_on, id) where expires_on is not null and deleted_at is null`.execute(
      db,
    );
    await sql`create index access_open on access (workspace_id, sort_name, id) where registered_at is null and deleted_at is null`.execute(
      db,
    );
  },
};
