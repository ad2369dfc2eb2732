import { type Kysely, sql } from 'kysely';

/** The workspace comes first: its id is part of every key that follows. */
export const workspaceMigration = {
  name: '0001-workspace',
  async up(db: Kysely<unknown>) {
    await sql`create extension if not exists pg_trgm`.execute(db);

    // Folding makes search and sorting independent of the collations a server happens to have: Ä sorts with A (DIN 5007-1).
    await sql`
      create function pforte_fold(value text) returns text
        language sql immutable strict parallel safe
        return translate(
          replace(replace(replace(lower(normalize(value, NFC)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
          'äáàâãåāăąçćčďđéèêëēėęěğíìîïīįıłñńňöóòôõøōőřśšşșťţțüúùûūůűųýÿžźż',
          'aaaaaaaaacccddeeeeeeeegiiiiiiilnnnoooooooorssssstttuuuuuuuuyyzzz')
    `.execute(db);
    // People also write Mueller for Müller; the second form of a text finds them.
    await sql`
      create function pforte_fold_wide(value text) returns text
        language sql immutable strict parallel safe
        return pforte_fold(replace(replace(replace(lower(normalize(value, NFC)), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))
    `.execute(db);

    await sql`
      create table workspace (
        id uuid primary key,
        slug text not null constraint workspace_slug unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name text not null check (length(name) between 1 and 200),
        language text not null check (language in ('de', 'en')),
        address_form text not null check (address_form in ('sie', 'du')),
        time_zone text not null,
        lifetimes jsonb not null,
        password_minimum_length integer not null default 12 check (password_minimum_length between 8 and 64),
        version integer not null default 1,
        created_at timestamptz not null
      )
    `.execute(db);

    // One row at most: the one-time set-up address of an empty installation.
    await sql`
      create table setup_link (
        "only" boolean primary key default true check ("only"),
        secret_hash bytea not null,
        created_at timestamptz not null
      )
    `.execute(db);

    // Failures by account and by network. Kept in the database, so that two processes count together.
    await sql`
      create table throttle (
        workspace_id uuid not null references workspace,
        key text not null,
        failures integer not null,
        last_at timestamptz not null,
        blocked_until timestamptz,
        primary key (workspace_id, key)
      )
    `.execute(db);
    await sql`create index throttle_age on throttle (last_at)`.execute(db);
  },
};
