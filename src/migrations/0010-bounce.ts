import { type Kysely, sql } from 'kysely';

/** Mails that come back: the mailbox they are read from, and what they said. */
export const bounceMigration = {
  name: '0010-bounce',
  async up(db: Kysely<unknown>) {
    // The position is the pair of UIDVALIDITY and the last UID (RFC 9051, 2.3.1.1): where the first changes, the second means nothing any more.
    await sql`
      create table bounce_mailbox (
        workspace_id uuid primary key references workspace,
        host text not null,
        port integer not null check (port between 1 and 65535),
        encryption text not null check (encryption in ('none', 'starttls', 'tls')),
        user_name text not null,
        sealed_password bytea not null,
        folder text not null,
        after_reading text not null check (after_reading in ('keep', 'delete')),
        uid_validity bigint,
        last_uid bigint not null default 0,
        next_read_at timestamptz not null,
        claimed_until timestamptz,
        claimed_by uuid,
        last_read_at timestamptz,
        failed_since timestamptz,
        failure text,
        failure_answer text,
        constraint bounce_mailbox_failure check ((failed_since is null) = (failure is null))
      )
    `.execute(db);

    // One row for each recipient that a report names. The digest knows the same report again when it arrives a second time, or by another way.
    await sql`
      create table bounce (
        workspace_id uuid not null references workspace,
        id uuid not null,
        digest bytea not null,
        number integer not null,
        received_at timestamptz not null,
        way text not null check (way in ('mailbox', 'posted')),
        subject text not null,
        kind text check (kind in ('permanent', 'temporary')),
        outcome text not null check (outcome in ('recorded', 'already-known', 'unknown-message', 'other-recipient', 'contradiction', 'no-failure')),
        recipient_address text,
        status text,
        answer text,
        message_id uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, message_id) references message on delete cascade,
        constraint bounce_is_matched check ((message_id is not null) = (outcome in ('recorded', 'already-known')))
      )
    `.execute(db);
    await sql`create unique index one_bounce on bounce (workspace_id, digest, number)`.execute(db);
    await sql`create index bounce_newest on bounce (workspace_id, received_at desc, id desc)`.execute(db);
    await sql`create index bounce_message on bounce (workspace_id, message_id) where message_id is not null`.execute(db);
    await sql`create index bounce_unmatched on bounce (workspace_id, received_at desc, id desc) where message_id is null`.execute(db);
  },
};
