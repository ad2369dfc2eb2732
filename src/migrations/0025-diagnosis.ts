import { type Kysely, sql } from 'kysely';

/** Why somebody does not get in: which passwords a form refused, and who is slowed down, found by the account that it concerns. */
export const diagnosisMigration = {
  name: '0025-diagnosis',
  async up(db: Kysely<unknown>) {
    // Whoever opens a link and gives up, because no password is good enough, would otherwise look like somebody who never tried.
    await sql`
      alter table one_time_link
        add column refusals integer not null default 0,
        add column refused_at timestamptz,
        add column refusal text
    `.execute(db);

    // The counters of an account begin alike; whatever the database's own order of letters is, they lie together here.
    await sql`create index throttle_beginning on throttle (workspace_id, key text_pattern_ops)`.execute(db);

    // Whoever names an address that they had before is found by the mails that went there.
    await sql`create index message_recipient on message (workspace_id, lower(recipient_address), queued_at desc)`.execute(db);
  },
};
