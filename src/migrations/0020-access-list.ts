import { type Kysely, sql } from 'kysely';

/** The list of Portal Zugänge: an index for each order and each saved view, so that a million accesses are paged like a hundred. */
export const accessListMigration = {
  name: '0020-access-list',
  async up(db: Kysely<unknown>) {
    await sql`create index access_by_creation on access (workspace_id, created_at, id) where deleted_at is null`.execute(db);
    // Whoever never signed in comes first, an access without an end last: both have their place in the order, and no row is without a key.
    await sql`
      create index access_by_sign_in on access (workspace_id, coalesce(last_sign_in_at, 'epoch'::timestamptz), id) where deleted_at is null
    `.execute(db);
    await sql`
      create index access_by_expiry on access (workspace_id, coalesce(expires_on, '9999-12-31'::date), id) where deleted_at is null
    `.execute(db);
    // The saved views, with what narrows them: they are counted for one portal and one role without a look at the rows.
    await sql`drop index access_open, access_blocked, access_pending, access_expiring`.execute(db);
    await sql`
      create index access_open on access (workspace_id, sort_name, id) include (portal_id, role, invited_at, activation_sent_at)
        where registered_at is null and deleted_at is null
    `.execute(db);
    await sql`
      create index access_never_used on access (workspace_id, sort_name, id) include (portal_id, role)
        where registered_at is not null and last_sign_in_at is null and deleted_at is null
    `.execute(db);
    await sql`
      create index access_blocked on access (workspace_id, sort_name, id) include (portal_id, role)
        where blocked_at is not null and deleted_at is null
    `.execute(db);
    await sql`
      create index access_pending on access (workspace_id, sort_name, id) include (portal_id, role) where pending and deleted_at is null
    `.execute(db);
    await sql`
      create index access_expiring on access (workspace_id, expires_on, id) include (portal_id, role)
        where expires_on is not null and deleted_at is null
    `.execute(db);
    await sql`create index account_changing on account (workspace_id, id) where new_email_until is not null`.execute(db);
    await sql`create index customer_closed on customer (workspace_id, id) where closed_at is not null`.execute(db);
    // Whose mail did not arrive: the few that failed, by account, to be compared with the newest of each.
    await sql`
      create index message_failed_by_account on message (workspace_id, account_id, queued_at)
        where (refused_at is not null or given_up_at is not null or bounced_at is not null) and copy_of is null
    `.execute(db);

    // The name that a list sorts by is the name that it shows: that of the contact who was assigned first.
    await sql`
      create or replace function describe_access(of_workspace uuid, of_access uuid) returns void language sql as $$
        update access set sort_name = described.sort_name, search_text = described.search_text
        from (
          select
            coalesce(
              (array_agg(contact.sort_name order by assignment.assigned_at, contact.id) filter (where contact.id is not null))[1],
              pforte_fold(coalesce(found.given_name, account.account_name))) as sort_name,
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

    // The first form of this took ü for t, and every letter from ť to ž for its neighbour: „muller“ did not find Müller, and Mü sorted before Mu.
    await sql`
      create or replace function pforte_fold(value text) returns text
        language sql immutable strict parallel safe
        return translate(
          replace(replace(replace(lower(normalize(value, NFC)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
          'äáàâãåāăąçćčďđéèêëēėęěğíìîïīįıłñńňöóòôõøōőřśšşșťţțüúùûūůűųýÿžźż',
          'aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorsssstttuuuuuuuuyyzzz')
    `.execute(db);
    await sql`update customer set version = version where name || coalesce(city, '') || coalesce(external_id, '') ~ '[^ -~]'`.execute(db);
    await sql`update contact set version = version where first_name || last_name || company || coalesce(email, '') ~ '[^ -~]'`.execute(db);
    await sql`update message set attempts = attempts where recipient_name || recipient_address || subject ~ '[^ -~]'`.execute(db);
    await sql`select describe_access(workspace_id, id) from access`.execute(db);
    await sql`set constraints all immediate`.execute(db);
  },
};
