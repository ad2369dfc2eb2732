import { type Kysely, sql } from 'kysely';

/** People who ask to come in: what they typed until a worker has looked at it, and until they have proven their mailbox. */
export const registrationMigration = {
  name: '0023-registration',
  async up(db: Kysely<unknown>) {
    const typed = sql`
      salutation text check (salutation in ('frau', 'herr')),
      first_name text not null,
      last_name text not null check (length(last_name) between 1 and 100),
      customer_number text,
      postal_code text,
      company_name text,
      consents jsonb not null,
      variant text not null check (variant in ('de', 'de-DU', 'en'))`;

    // A form is answered at once and looked at afterwards: known and unknown addresses cannot be told apart by time (rule 9).
    await sql`
      create table registration_request (
        workspace_id uuid not null references workspace,
        id uuid not null,
        portal_id uuid not null,
        email text not null,
        ${typed},
        password_hash text not null,
        requested_at timestamptz not null,
        tries integer not null default 0,
        primary key (workspace_id, id)
      )
    `.execute(db);

    // The password that was typed stays here until the mailbox is proven: an account that nobody has proven has none.
    await sql`
      create table registration (
        workspace_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        portal_id uuid not null,
        ${typed},
        password_hash text,
        requested_at timestamptz not null,
        mailed_at timestamptz not null,
        activated_at timestamptz,
        refused_at timestamptz,
        primary key (workspace_id, id),
        constraint one_registration unique (workspace_id, account_id, portal_id),
        foreign key (workspace_id, account_id) references account,
        foreign key (workspace_id, portal_id) references portal on delete cascade
      )
    `.execute(db);
    await sql`create index registration_by_age on registration (workspace_id, mailed_at)`.execute(db);

    // What ends links and sessions of an account ends the password that was typed for it too: whoever takes the name over takes no password over.
    await sql`
      create function registration_forgets_password() returns trigger language plpgsql as $$
      begin
        update registration set password_hash = null
          where workspace_id = new.workspace_id and account_id = new.id and password_hash is not null;
        return null;
      end $$
    `.execute(db);
    await sql`
      create trigger registration_forgets_password after update on account for each row
        when (old.generation is distinct from new.generation or old.deleted_at is distinct from new.deleted_at)
        execute function registration_forgets_password()
    `.execute(db);

    // Which wording somebody agreed to, when, and when they proved to be the owner of the mailbox.
    await sql`
      create table consent_given (
        workspace_id uuid not null,
        account_id uuid not null,
        portal_id uuid not null,
        key text not null,
        version integer not null,
        given_at timestamptz not null,
        confirmed_at timestamptz not null,
        primary key (workspace_id, account_id, portal_id, key, version),
        foreign key (workspace_id, account_id) references account,
        foreign key (workspace_id, portal_id, key, version) references portal_consent
      )
    `.execute(db);

    // A proof of work counts once.
    await sql`
      create table spent_proof (
        workspace_id uuid not null references workspace,
        challenge text not null check (length(challenge) = 64),
        expires_at timestamptz not null,
        primary key (workspace_id, challenge)
      )
    `.execute(db);
  },
};
