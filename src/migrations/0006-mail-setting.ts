import { type Kysely, sql } from 'kysely';

/** Mail that people set up themselves: two further ways of sending, what stands in every mail, and what the last check found. */
export const mailSettingMigration = {
  name: '0006-mail-setting',
  async up(db: Kysely<unknown>) {
    await sql`
      alter table mail_setting
        drop constraint mail_setting_transport_check,
        add constraint mail_setting_transport check (transport in ('smtp', 'sendmail', 'mail', 'test-mailbox', 'none')),
        add column return_path text,
        add column reply_to text,
        add column bcc text,
        add column header_de text,
        add column header_en text,
        add column footer_de text,
        add column footer_en text,
        add column signature_de text,
        add column signature_en text
    `.execute(db);

    // What was checked is kept sealed, password and all: it tells whether what is saved later is what was found to work.
    await sql`
      alter table mail_setting
        add column checked_at timestamptz,
        add column check_transport text,
        add column check_host text,
        add column check_port integer,
        add column check_cause text,
        add column check_tls text,
        add column check_code integer,
        add column check_enhanced_code text,
        add column check_answer text,
        add column sealed_check bytea,
        add column check_is_current boolean not null default false
    `.execute(db);

    // A copy for the company's own records shares the fate of its mail: what withdraws the one withdraws the other.
    await sql`alter table message add column copy_of uuid, add foreign key (workspace_id, copy_of) references message on delete cascade`.execute(
      db,
    );
    await sql`create index message_copy on message (workspace_id, copy_of) where copy_of is not null`.execute(db);
    await sql`create index message_accepted on message (workspace_id, accepted_at) where accepted_at is not null`.execute(db);
  },
};
