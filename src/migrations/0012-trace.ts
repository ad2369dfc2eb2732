import { type Kysely, sql } from 'kysely';

/** Who has asked for the page behind a link, as far as that can be told: people, or the programs that look at mails before them. */
export const traceMigration = {
  name: '0012-trace',
  async up(db: Kysely<unknown>) {
    // A few rows for each link and kind; the last of them counts what comes after. No address of the network is kept, and of the program its name only.
    await sql`
      create table link_visit (
        workspace_id uuid not null,
        link_id uuid not null,
        kind text not null check (kind in ('person', 'machine')),
        number integer not null check (number between 1 and 10),
        at timestamptz not null,
        method text not null check (method in ('GET', 'HEAD')),
        reason text check (reason in ('prefetch', 'head', 'scanner', 'preview', 'program', 'at-once', 'no-browser')),
        program text not null check (length(program) <= 60),
        further integer not null default 0,
        last_at timestamptz not null,
        primary key (workspace_id, link_id, kind, number),
        constraint link_visit_reason check ((kind = 'machine') = (reason is not null)),
        foreign key (workspace_id, link_id) references one_time_link on delete cascade
      )
    `.execute(db);
  },
};
