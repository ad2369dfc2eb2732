import { type Kysely, sql } from 'kysely';

/** The outbox: a mail is a row of the transaction that owes it; every try to hand it over is a row of its own. */
export const mailMigration = {
  name: '0003-mail',
  async up(db: Kysely<unknown>) {
    await sql`
      create table mail_setting (
        workspace_id uuid primary key references workspace,
        transport text not null check (transport in ('smtp', 'test-mailbox', 'none')),
        host text,
        port integer check (port between 1 and 65535),
        encryption text check (encryption in ('none', 'starttls', 'tls')),
        user_name text,
        sealed_password bytea,
        sender_name text not null,
        sender_address text not null,
        from_environment boolean not null,
        paused_until timestamptz,
        paused_since timestamptz,
        pause_cause text,
        pause_answer text,
        version integer not null default 1,
        check (transport <> 'smtp' or (host is not null and port is not null and encryption is not null))
      )
    `.execute(db);

    // Only what differs from the template that ships with Pforte.
    await sql`
      create table mail_template (
        workspace_id uuid not null references workspace,
        key text not null,
        active boolean not null,
        changed_at timestamptz not null,
        primary key (workspace_id, key)
      )
    `.execute(db);

    // An open mail has exactly one of the four ends ahead of it. `attempts` numbers the tries, `deferrals` counts the steps of the retry plan
    // that are used up: a try that failed because the whole transport was away uses up none.
    await sql`
      create table message (
        workspace_id uuid not null references workspace,
        id uuid not null,
        template_key text not null,
        variant text not null check (variant in ('de', 'de-DU', 'en')),
        account_id uuid,
        contact_id uuid,
        portal_id uuid,
        link_id uuid,
        recipient_name text not null,
        recipient_address text not null,
        message_id text not null constraint message_message_id unique,
        subject text not null,
        html text not null,
        text text not null,
        sealed_link bytea,
        queued_at timestamptz not null,
        next_attempt_at timestamptz not null,
        claimed_until timestamptz,
        claimed_by uuid,
        attempts integer not null default 0,
        deferrals integer not null default 0,
        accepted_at timestamptz,
        refused_at timestamptz,
        given_up_at timestamptz,
        withdrawn_at timestamptz,
        unknown_at timestamptz,
        cause text,
        expires_at timestamptz,
        search_text text not null generated always as
          (pforte_fold(recipient_name || ' ' || recipient_address || ' ' || subject) || ' ' || pforte_fold_wide(recipient_name)) stored,
        primary key (workspace_id, id),
        constraint message_has_one_end check (num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at) <= 1),
        constraint message_keeps_no_link check (num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at) = 0 or sealed_link is null)
      )
    `.execute(db);
    await sql`
      create index message_due on message (workspace_id, next_attempt_at)
        where accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null
    `.execute(db);
    await sql`create index message_failed on message (workspace_id, queued_at desc, id desc) where refused_at is not null or given_up_at is not null`.execute(
      db,
    );
    await sql`create index message_link on message (workspace_id, link_id) where sealed_link is not null`.execute(db);
    await sql`create index message_account on message (workspace_id, account_id, queued_at desc)`.execute(db);
    await sql`create index message_contact on message (workspace_id, contact_id, queued_at desc, id desc)`.execute(db);
    await sql`create index message_newest on message (workspace_id, queued_at desc, id desc)`.execute(db);
    await sql`create index message_search on message using gin (search_text gin_trgm_ops)`.execute(db);
    await sql`create index message_last_sent on message (workspace_id, template_key, accepted_at) where accepted_at is not null`.execute(
      db,
    );

    // Written before the mail is handed over: a crash leaves a try without an end, and it is seen.
    await sql`
      create table attempt (
        workspace_id uuid not null,
        message_id uuid not null,
        number integer not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        transport text not null,
        host text,
        tls text,
        outcome text check (outcome in ('accepted', 'deferred', 'refused', 'unknown', 'transport-failed')),
        cause text,
        code integer,
        enhanced_code text,
        answer text,
        primary key (workspace_id, message_id, number),
        constraint attempt_ends_with_outcome check ((ended_at is null) = (outcome is null)),
        foreign key (workspace_id, message_id) references message
      )
    `.execute(db);
    await sql`create index attempt_open on attempt (workspace_id, message_id) where ended_at is null`.execute(db);

    // What the built-in test mailbox holds: mails for looking at, with their links still usable.
    await sql`
      create table test_mail (
        workspace_id uuid not null references workspace,
        id uuid not null,
        message_id uuid not null,
        received_at timestamptz not null,
        sender text not null,
        recipient text not null,
        subject text not null,
        html text not null,
        text text not null,
        raw text not null,
        primary key (workspace_id, id)
      )
    `.execute(db);
    await sql`create index test_mail_newest on test_mail (workspace_id, received_at desc, id desc)`.execute(db);
  },
};
