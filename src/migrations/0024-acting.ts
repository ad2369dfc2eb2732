import { type Kysely, sql } from 'kysely';

/** In whose name somebody is in a portal: for which of their companies, and whether it is one of ours who acts as them. */
export const actingMigration = {
  name: '0024-acting',
  async up(db: Kysely<unknown>) {
    await sql`alter table "user" add column may_impersonate boolean not null default false`.execute(db);
    await sql`alter table portal add column tell_of_impersonation boolean not null default true`.execute(db);

    // The generation is that of the user's own account: a change of their password ends what they do in somebody's name.
    await sql`
      create table impersonation (
        workspace_id uuid not null,
        id uuid not null,
        access_id uuid not null,
        user_id uuid not null,
        user_session_id uuid not null,
        user_generation integer not null,
        reason text not null check (length(reason) between 1 and 500),
        link_hash bytea not null constraint impersonation_link unique,
        created_at timestamptz not null,
        startable_until timestamptz not null,
        ends_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        primary key (workspace_id, id),
        constraint impersonation_is_short check (ends_at <= created_at + interval '30 minutes'),
        foreign key (workspace_id, access_id) references access,
        foreign key (workspace_id, user_id) references "user"
      )
    `.execute(db);
    await sql`create index impersonation_access on impersonation (workspace_id, access_id, created_at desc)`.execute(db);
    await sql`create index impersonation_session on impersonation (workspace_id, user_session_id) where ended_at is null`.execute(db);

    await sql`
      alter table session
        add column contact_id uuid,
        add column impersonation_id uuid,
        add foreign key (workspace_id, contact_id) references contact on delete set null (contact_id),
        add foreign key (workspace_id, impersonation_id) references impersonation
    `.execute(db);
    await sql`create index session_contact on session (workspace_id, contact_id) where contact_id is not null`.execute(db);
    await sql`create index session_impersonation on session (workspace_id, impersonation_id) where impersonation_id is not null`.execute(
      db,
    );
  },
};
