import { type Kysely, sql } from 'kysely';

/** Addresses that wait for their confirmation end with what their links end with, typing mistakes in domains are found, and many accesses are acted upon at once. */
export const welcomeMigration = {
  name: '0022-welcome',
  async up(db: Kysely<unknown>) {
    // Whatever ends the open links of an account ends the change that one of them would confirm.
    await sql`
      create function account_forgets_new_email() returns trigger language plpgsql as $$
      begin
        new.new_email := null;
        new.new_email_until := null;
        return new;
      end $$
    `.execute(db);
    await sql`
      create trigger account_forgets_new_email before update of generation on account
        for each row when (new.generation is distinct from old.generation and new.new_email is not null)
        execute function account_forgets_new_email()
    `.execute(db);

    await sql`create index contact_domain on contact (workspace_id, lower(split_part(email, '@', 2))) where email is not null`.execute(db);

    await sql`
      create table bulk_plan (
        workspace_id uuid not null references workspace,
        id uuid not null,
        action text not null check (action in ('resend', 'resend-open-older-than', 'block', 'unblock', 'set-expiry')),
        detail jsonb not null,
        state text not null check (state in ('planned', 'running', 'done', 'undoing', 'undone')),
        user_id uuid not null,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, user_id) references "user"
      )
    `.execute(db);
    await sql`create index bulk_plan_open on bulk_plan (workspace_id, created_at) where state in ('running', 'undoing')`.execute(db);
    await sql`create index bulk_plan_newest on bulk_plan (workspace_id, created_at desc, id desc)`.execute(db);
    await sql`
      create table bulk_row (
        workspace_id uuid not null,
        plan_id uuid not null,
        number integer not null,
        access_id uuid not null,
        state text not null check (state in ('affected', 'skipped', 'waiting', 'done', 'failed', 'undo-waiting', 'undone', 'undo-failed')),
        code text,
        reason jsonb,
        before jsonb,
        primary key (workspace_id, plan_id, number),
        foreign key (workspace_id, plan_id) references bulk_plan on delete cascade,
        foreign key (workspace_id, access_id) references access
      )
    `.execute(db);
    await sql`create index bulk_row_open on bulk_row (workspace_id, plan_id, number) where state in ('waiting', 'undo-waiting')`.execute(
      db,
    );
  },
};
