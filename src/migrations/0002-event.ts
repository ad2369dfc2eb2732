import { type Kysely, sql } from 'kysely';

/** Events are chained by hash; what names a person lies beside the chain and can be erased without breaking it. */
export const eventMigration = {
  name: '0002-event',
  async up(db: Kysely<unknown>) {
    await sql`
      create table event (
        workspace_id uuid not null references workspace,
        sequence bigint not null,
        id uuid not null,
        at timestamptz not null,
        name text not null,
        actor_kind text not null check (actor_kind in ('user', 'person', 'system', 'anonymous')),
        actor_id uuid,
        on_behalf_of uuid,
        subject_type text not null,
        subject_id uuid not null,
        change jsonb not null,
        commitment bytea not null,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (workspace_id, sequence),
        constraint event_id unique (workspace_id, id)
      )
    `.execute(db);
    await sql`create index event_subject on event (workspace_id, subject_type, subject_id, sequence desc)`.execute(db);

    await sql`create index event_name on event (workspace_id, name, sequence desc)`.execute(db);

    // The chain holds only a salted commitment to these details: erasing salt and details leaves the chain whole and the person unknown.
    await sql`
      create table event_detail (
        workspace_id uuid not null,
        sequence bigint not null,
        salt bytea not null,
        personal jsonb not null,
        primary key (workspace_id, sequence),
        foreign key (workspace_id, sequence) references event
      )
    `.execute(db);

    // The head of each chain. Without it, cutting off the newest events would not be noticed.
    await sql`
      create table event_head (
        workspace_id uuid primary key references workspace,
        sequence bigint not null,
        hash bytea not null
      )
    `.execute(db);

    await sql`
      create function event_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'Events are written once and never changed.' using errcode = 'insufficient_privilege';
      end $$
    `.execute(db);
    await sql`create trigger event_is_final before update or delete on event for each row execute function event_is_final()`.execute(db);
    await sql`create trigger event_is_not_emptied before truncate on event for each statement execute function event_is_final()`.execute(
      db,
    );
    await sql`
      do $$ begin
        if exists (select from pg_roles where rolname = 'pforte') then
          revoke update, delete, truncate on event from pforte;
        end if;
      end $$
    `.execute(db);
  },
};
