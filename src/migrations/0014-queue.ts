import { type Kysely, sql } from 'kysely';

/** A queue that does not look at held mails every second, and mails that may be forgotten after their time. */
export const queueMigration = {
  name: '0014-queue',
  async up(db: Kysely<unknown>) {
    // When a mail that something holds would have been due; it is put aside meanwhile, and gets its place back once nothing holds it any more.
    await sql`alter table message add column put_aside_from timestamptz`.execute(db);
    await sql`create index message_put_aside on message (workspace_id, template_key) where put_aside_from is not null`.execute(db);

    // The tries of a mail go with it. A mark does not: the address is no better for it.
    await sql`
      alter table attempt drop constraint attempt_workspace_id_message_id_fkey,
        add constraint attempt_message foreign key (workspace_id, message_id) references message on delete cascade
    `.execute(db);
    await sql`
      alter table address_mark drop constraint address_mark_workspace_id_message_id_fkey, alter column message_id drop not null,
        add constraint address_mark_message foreign key (workspace_id, message_id) references message on delete set null (message_id)
    `.execute(db);
    await sql`create index address_mark_message on address_mark (workspace_id, message_id) where message_id is not null`.execute(db);
  },
};
