import { type Kysely, sql } from 'kysely';

/** What stands for our mail server in the SPF record, where a person has said so. */
export const spfPartMigration = {
  name: '0016-mail-setting',
  async up(db: Kysely<unknown>) {
    await sql`alter table mail_domain add column spf_mechanisms text[] not null default '{}'`.execute(db);
  },
};
