import { type Kysely, sql } from 'kysely';

/** Open invitations are reminded of: which one, how often so far, and when the company wants it. */
export const reminderMigration = {
  name: '0011-reminder',
  async up(db: Kysely<unknown>) {
    // Invitations from before this table are not reminded of: nobody expects a mail about something that old.
    await sql`alter table access add column reminders_from timestamptz, add column reminders_sent integer not null default 0`.execute(db);
    await sql`
      create index access_reminder on access (workspace_id, reminders_from)
        where reminders_from is not null and registered_at is null and deleted_at is null
    `.execute(db);

    // A workspace without a row has the usual setting.
    await sql`
      create table reminder_setting (
        workspace_id uuid primary key references workspace,
        active boolean not null,
        days integer[] not null check (cardinality(days) between 1 and 10),
        from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        to_time text not null check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        weekend boolean not null,
        version integer not null,
        constraint reminder_setting_hours check (from_time < to_time)
      )
    `.execute(db);
  },
};
