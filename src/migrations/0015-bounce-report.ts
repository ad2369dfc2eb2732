import { type Kysely, sql } from 'kysely';

/** Bounces that are known by the address they come to, and settings of bounces that two people cannot overwrite unseen. */
export const bounceReportMigration = {
  name: '0015-bounce-report',
  async up(db: Kysely<unknown>) {
    // The version counts changes of people to the settings of bounces. Tags are on the envelope only once a mail to such an address has come in.
    await sql`
      alter table mail_setting
        add column bounce_version integer not null default 1,
        add column return_path_tags boolean not null default false,
        add constraint mail_setting_tags_need_return_path check (return_path is not null or not return_path_tags)
    `.execute(db);
    await sql`
      alter table bounce_mailbox
        add column sub_addresses boolean not null default false,
        add column sub_addresses_asked_at timestamptz,
        add column sub_addresses_proven_at timestamptz,
        add constraint bounce_mailbox_sub_addresses check (sub_addresses or num_nonnulls(sub_addresses_asked_at, sub_addresses_proven_at) = 0)
    `.execute(db);
  },
};
