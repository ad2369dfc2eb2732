import { type Kysely, sql } from 'kysely';

/** Several portals in one workspace: addresses that outlive a change, roles of each portal's own, and the rules by which people come in. */
export const portalMigration = {
  name: '0019-portal',
  async up(db: Kysely<unknown>) {
    await sql`
      alter table portal
        add column self_registration text not null default 'off'
          check (self_registration in ('off', 'match-or-refuse', 'match-or-pending', 'match-or-create')),
        add column identifiers text[] not null default '{email}'
          check (identifiers <@ array['email', 'customer-number', 'name-and-postcode']),
        add column allowed_domains text[] not null default '{}',
        add column refused_domains text[] not null default '{}',
        add column pending_notice_to text[] not null default '{}',
        add column one_access_per_contact boolean not null default false,
        add column team_may_set_passwords boolean not null default true,
        add column expiry_reminder_days integer default 14 check (expiry_reminder_days between 1 and 365)
    `.execute(db);

    // Every slug that a portal has or had: an address in an old mail leads to the portal that it meant, and never to another one.
    await sql`
      create table portal_address (
        workspace_id uuid not null,
        slug text not null,
        portal_id uuid not null,
        primary key (workspace_id, slug),
        foreign key (workspace_id, portal_id) references portal on delete cascade
      )
    `.execute(db);
    await sql`
      create function portal_keeps_slug() returns trigger language plpgsql as $$
      begin
        insert into portal_address (workspace_id, slug, portal_id) values (new.workspace_id, new.slug, new.id)
          on conflict (workspace_id, slug) do nothing;
        if not exists (
          select from portal_address where workspace_id = new.workspace_id and slug = new.slug and portal_id = new.id)
        then
          raise unique_violation using message = 'the slug belongs to another portal', constraint = 'portal_slug_of_another';
        end if;
        return null;
      end $$
    `.execute(db);
    await sql`
      create trigger portal_keeps_slug after insert or update of slug on portal for each row execute function portal_keeps_slug()
    `.execute(db);
    await sql`insert into portal_address (workspace_id, slug, portal_id) select workspace_id, slug, id from portal`.execute(db);

    // What somebody can be in a portal. Every portal has the first three from its first moment on, whoever makes it.
    await sql`alter table area add constraint area_of_portal unique (workspace_id, portal_id, id)`.execute(db);
    await sql`
      create table portal_role (
        workspace_id uuid not null,
        portal_id uuid not null,
        key text not null check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name_de text not null check (length(name_de) between 1 and 100),
        name_en text not null check (length(name_en) between 1 and 100),
        is_team_admin boolean not null,
        starts_with_all boolean not null default true,
        position integer not null,
        primary key (workspace_id, portal_id, key),
        foreign key (workspace_id, portal_id) references portal on delete cascade
      )
    `.execute(db);
    await sql`
      create table portal_role_area (
        workspace_id uuid not null,
        portal_id uuid not null,
        role_key text not null,
        area_id uuid not null,
        primary key (workspace_id, portal_id, role_key, area_id),
        foreign key (workspace_id, portal_id, role_key) references portal_role on delete cascade,
        foreign key (workspace_id, portal_id, area_id) references area (workspace_id, portal_id, id) on delete cascade
      )
    `.execute(db);
    await sql`
      create function portal_has_roles() returns trigger language plpgsql as $$
      begin
        insert into portal_role (workspace_id, portal_id, key, name_de, name_en, is_team_admin, position) values
          (new.workspace_id, new.id, 'customer', 'Kunde', 'Customer', false, 1),
          (new.workspace_id, new.id, 'installer', 'Installateur', 'Installer', false, 2),
          (new.workspace_id, new.id, 'team-admin', 'Teamverwaltung', 'Team admin', true, 3);
        return null;
      end $$
    `.execute(db);
    await sql`create trigger portal_has_roles after insert on portal for each row execute function portal_has_roles()`.execute(db);
    await sql`
      insert into portal_role (workspace_id, portal_id, key, name_de, name_en, is_team_admin, position)
      select portal.workspace_id, portal.id, role.key, role.name_de, role.name_en, role.key = 'team-admin', role.position
      from portal, (values
        ('customer', 'Kunde', 'Customer', 1), ('installer', 'Installateur', 'Installer', 2), ('team-admin', 'Teamverwaltung', 'Team admin', 3)
      ) as role (key, name_de, name_en, position)
    `.execute(db);

    // A role of another portal, and an area of another portal, are no good will of the server's: the database knows neither here.
    await sql`alter table access add constraint access_role foreign key (workspace_id, portal_id, role) references portal_role`.execute(db);
    await sql`create index access_by_role on access (workspace_id, portal_id, role)`.execute(db);
    await sql`create index assignment_area_by_area on assignment_area (workspace_id, area_id)`.execute(db);
    await sql`
      create function assignment_area_fits_portal() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from access join area on area.workspace_id = access.workspace_id and area.portal_id = access.portal_id
          where access.workspace_id = new.workspace_id and access.id = new.access_id and area.id = new.area_id)
        then
          raise check_violation using message = 'the area is not one of the portal', constraint = 'assignment_area_of_portal';
        end if;
        return new;
      end $$
    `.execute(db);
    await sql`
      create trigger assignment_area_fits_portal before insert or update on assignment_area
        for each row execute function assignment_area_fits_portal()
    `.execute(db);

    // What people agree to when they register, every wording that ever stood there: an older agreement can be read years later.
    await sql`
      create table portal_consent (
        workspace_id uuid not null,
        portal_id uuid not null,
        key text not null check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        version integer not null,
        text_de text not null check (length(text_de) between 1 and 1000),
        text_en text not null check (length(text_en) between 1 and 1000),
        url text,
        required boolean not null,
        position integer not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        primary key (workspace_id, portal_id, key, version),
        foreign key (workspace_id, portal_id) references portal on delete cascade
      )
    `.execute(db);
    await sql`create unique index one_wording_of_consent on portal_consent (workspace_id, portal_id, key) where retired_at is null`.execute(
      db,
    );
  },
};
