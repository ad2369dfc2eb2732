import { type Kysely, sql } from 'kysely';

/** What the sender's domain says about mails in DNS, as it was last seen, and which DKIM keys are ours; one row for each workspace. */
export const mailDomainMigration = {
  name: '0009-mail-domain',
  async up(db: Kysely<unknown>) {
    // `basis` says what was checked; where it differs from what is set now, the result is of the past. `known` keeps the last state that DNS answered.
    await sql`
      create table mail_domain (
        workspace_id uuid primary key references workspace,
        dkim_selectors text[] not null default '{}',
        claimed_until timestamptz,
        checked_at timestamptz,
        basis text,
        report jsonb,
        known jsonb not null default '{}',
        alarm jsonb not null default '[]',
        alarm_since timestamptz,
        version integer not null default 1,
        constraint mail_domain_is_checked_whole check (num_nonnulls(checked_at, basis, report) in (0, 3)),
        constraint mail_domain_alarm_began check ((alarm = '[]') = (alarm_since is null))
      )
    `.execute(db);
  },
};
