import { type Kysely, sql } from 'kysely';

/** What signs in, through which door, with which link, in which session. */
export const admissionMigration = {
  name: '0005-admission',
  async up(db: Kysely<unknown>) {
    await sql`
      create table portal (
        workspace_id uuid not null references workspace,
        id uuid not null,
        slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name text not null check (length(name) between 1 and 100),
        kind text not null check (kind in ('customer', 'installer', 'project')),
        time_zone text not null,
        brand_color text not null check (brand_color ~ '^#[0-9a-f]{6}$'),
        support_contact text,
        imprint_url text,
        privacy_url text,
        open_to_contacts boolean not null,
        is_default boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint portal_slug unique (workspace_id, slug)
      )
    `.execute(db);
    await sql`create unique index one_default_portal on portal (workspace_id) where is_default`.execute(db);

    await sql`
      create table area (
        workspace_id uuid not null,
        id uuid not null,
        portal_id uuid not null,
        key text not null check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name_de text not null,
        name_en text not null,
        description_de text not null,
        description_en text not null,
        position integer not null,
        primary key (workspace_id, id),
        constraint area_key unique (workspace_id, portal_id, key),
        foreign key (workspace_id, portal_id) references portal
      )
    `.execute(db);

    // The generation is part of every session and open link: raising it ends them all in one statement (rule 5).
    await sql`
      create table account (
        workspace_id uuid not null references workspace,
        id uuid not null,
        kind text not null check (kind in ('staff', 'portal')),
        account_name text not null check (length(account_name) between 1 and 320),
        account_name_key text not null,
        email text not null,
        password_hash text,
        password_set_at timestamptz,
        generation integer not null default 1,
        created_at timestamptz not null,
        deleted_at timestamptz,
        primary key (workspace_id, id)
      )
    `.execute(db);
    await sql`create unique index one_account_name on account (workspace_id, kind, account_name_key) where deleted_at is null`.execute(db);
    await sql`create index account_email on account (workspace_id, kind, lower(email)) where deleted_at is null`.execute(db);

    await sql`
      create table access (
        workspace_id uuid not null references workspace,
        id uuid not null,
        account_id uuid not null,
        portal_id uuid not null,
        role text not null,
        invited_at timestamptz,
        registered_at timestamptz,
        blocked_at timestamptz,
        blocked_by uuid,
        block_reason text,
        expires_on date,
        version integer not null default 1,
        created_at timestamptz not null,
        deleted_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, account_id) references account,
        foreign key (workspace_id, portal_id) references portal
      )
    `.execute(db);
    await sql`create unique index one_access_per_portal on access (workspace_id, account_id, portal_id) where deleted_at is null`.execute(
      db,
    );

    // Which contact an access belongs to. One access may act for several contacts (of several companies).
    await sql`
      create table assignment (
        workspace_id uuid not null,
        access_id uuid not null,
        contact_id uuid not null,
        assigned_at timestamptz not null,
        primary key (workspace_id, access_id, contact_id),
        foreign key (workspace_id, access_id) references access,
        foreign key (workspace_id, contact_id) references contact
      )
    `.execute(db);
    await sql`create index assignment_contact on assignment (workspace_id, contact_id)`.execute(db);

    await sql`
      create table assignment_area (
        workspace_id uuid not null,
        access_id uuid not null,
        contact_id uuid not null,
        area_id uuid not null,
        primary key (workspace_id, access_id, contact_id, area_id),
        foreign key (workspace_id, access_id, contact_id) references assignment on delete cascade,
        foreign key (workspace_id, area_id) references area
      )
    `.execute(db);

    await sql`
      create table one_time_link (
        workspace_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        portal_id uuid,
        purpose text not null check (purpose in ('welcome', 'set-password', 'reset', 'activation', 'e-mail-change', 'invitation')),
        secret_hash bytea not null constraint one_time_link_secret unique,
        generation integer not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        superseded_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, account_id) references account,
        foreign key (workspace_id, portal_id) references portal
      )
    `.execute(db);
    await sql`create index one_time_link_newest on one_time_link (workspace_id, account_id, created_at desc, id desc)`.execute(db);
    // The newest link of a purpose is the only one that works; the database sees to it, not good will.
    await sql`
      create unique index one_open_link on one_time_link (workspace_id, account_id, purpose)
        where used_at is null and superseded_at is null
    `.execute(db);

    // A forgotten password is answered at once and looked up afterwards by a job: known and unknown names cannot be told apart by time (rule 9).
    await sql`
      create table reset_request (
        workspace_id uuid not null references workspace,
        id uuid not null,
        portal_id uuid,
        typed text not null,
        variant text not null check (variant in ('de', 'de-DU', 'en')),
        requested_at timestamptz not null,
        tries integer not null default 0,
        primary key (workspace_id, id)
      )
    `.execute(db);

    await sql`
      create table session (
        workspace_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        secret_hash bytea not null constraint session_secret unique,
        generation integer not null,
        remembered boolean not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        device text not null,
        network text not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, account_id) references account
      )
    `.execute(db);
    await sql`create index session_account on session (workspace_id, account_id) where ended_at is null`.execute(db);

    await sql`
      create table "user" (
        workspace_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        language text not null check (language in ('de', 'en')),
        administrator boolean not null,
        deactivated_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint user_account unique (workspace_id, account_id),
        foreign key (workspace_id, account_id) references account
      )
    `.execute(db);
  },
};
