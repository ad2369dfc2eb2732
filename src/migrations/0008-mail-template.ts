import { type Kysely, sql } from 'kysely';

/** The wording of mails as people have changed it: every version stays, so that each can be seen, compared and restored. */
export const mailTemplateMigration = {
  name: '0008-mail-template',
  async up(db: Kysely<unknown>) {
    // A row without a portal is for all of them. A row without content takes the words back: from then on those of the workspace count, or the original.
    await sql`
      create table mail_template_version (
        workspace_id uuid not null references workspace,
        id uuid not null,
        template_key text not null check (length(template_key) between 1 and 50),
        variant text not null check (variant in ('de', 'de-DU', 'en')),
        portal_id uuid,
        number integer not null check (number >= 1),
        content jsonb,
        created_at timestamptz not null,
        user_id uuid,
        user_name text,
        primary key (workspace_id, id),
        foreign key (workspace_id, portal_id) references portal,
        constraint mail_template_version_number unique nulls not distinct (workspace_id, template_key, variant, portal_id, number)
      )
    `.execute(db);
    await sql`
      create function mail_template_version_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'Versions of templates are written once and never changed.' using errcode = 'insufficient_privilege';
      end $$
    `.execute(db);
    await sql`
      create trigger mail_template_version_is_final before update of workspace_id, id, template_key, variant, portal_id, number, content, created_at
        or delete on mail_template_version for each row execute function mail_template_version_is_final()
    `.execute(db);
  },
};
