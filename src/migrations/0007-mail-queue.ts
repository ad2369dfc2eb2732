import { type Kysely, sql } from 'kysely';

/** Mails that come back, addresses that are not written to for a while, and a queue that somebody has stopped by hand. */
export const mailQueueMigration = {
  name: '0007-mail-queue',
  async up(db: Kysely<unknown>) {
    // Only what a server took can come back.
    await sql`
      alter table message
        add column bounced_at timestamptz,
        add column bounce_status text,
        add column bounce_answer text,
        add constraint message_bounced_was_accepted check (bounced_at is null or accepted_at is not null)
    `.execute(db);
    await sql`drop index message_failed`.execute(db);
    await sql`
      create index message_failed on message (workspace_id, queued_at desc, id desc)
        where refused_at is not null or given_up_at is not null or bounced_at is not null
    `.execute(db);
    // Thousands that are due at the same moment are claimed in the order of the index, without sorting them each time.
    await sql`drop index message_due`.execute(db);
    await sql`
      create index message_due on message (workspace_id, next_attempt_at, id)
        where accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null
    `.execute(db);
    // A mail is changed twice before it has left; room on its page spares all its indexes both times.
    await sql`alter table message set (fillfactor = 60)`.execute(db);

    // A mark that was released stays as history; the database sees to it that an address has one open mark at most.
    await sql`
      create table address_mark (
        workspace_id uuid not null references workspace,
        id uuid not null,
        address_key text not null,
        cause text not null check (cause in ('bounced')),
        since timestamptz not null,
        message_id uuid not null,
        status text,
        answer text,
        released_at timestamptz,
        released_by uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, message_id) references message
      )
    `.execute(db);
    await sql`create unique index one_address_mark on address_mark (workspace_id, address_key) where released_at is null`.execute(db);

    await sql`
      create table queue_pause (
        workspace_id uuid primary key references workspace,
        paused_at timestamptz not null,
        paused_by uuid not null,
        paused_by_name text not null
      )
    `.execute(db);
  },
};
