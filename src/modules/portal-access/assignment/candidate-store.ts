import { type RawBuilder, sql } from 'kysely';
import { containsWords, hitLimit, resemblesWords, similarityThreshold } from '../../../platform/db/search.ts';
import type { Tx } from '../../../platform/work.ts';
import type { AccessId } from '../../access/index.ts';
import type { ContactId } from '../../contact/index.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { CandidateRow, Hints } from './candidate.ts';

/** What somebody typed at their registration that their contact may be recognised by; all `null` where they were given access. */
export type Given = {
  givenName: string | null;
  salutation: 'frau' | 'herr' | null;
  firstName: string | null;
  lastName: string | null;
  customerNumber: string | null;
  postalCode: string | null;
  companyName: string | null;
};

export async function findGiven(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId): Promise<Given | undefined> {
  const { rows } = await sql<Given>`
    select access.given_name, registration.salutation, registration.first_name, registration.last_name, registration.customer_number,
      registration.postal_code, registration.company_name
    from access
    left join registration on registration.workspace_id = access.workspace_id and registration.account_id = access.account_id
      and registration.portal_id = access.portal_id
    where access.workspace_id = ${workspaceId} and access.id = ${accessId}
  `.execute(tx);
  return rows[0];
}

/**
 * Keeps two accesses from being given one contact at the same moment, until commit: whoever registers, and whoever assigns. The key is that of the
 * registration.
 */
export async function lockContactForAssignment(tx: Tx, workspaceId: WorkspaceId, contactId: ContactId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assignment ${workspaceId} ${contactId}`}, 0))`.execute(tx);
}

/** So many are looked at for each reason; whoever fits best is among them, because the narrow reasons come first. */
const perReason = 50;

const codesOf = (words: readonly string[]): RawBuilder<string[]> =>
  words.length ? sql<string[]>`array[${sql.join(words.map((word) => sql`pforte_cologne(${word})`))}]::text[]` : sql<string[]>`'{}'::text[]`;

/** Contacts that the hints may mean: same address, number or telephone, a name that is alike in letters or in sound. In no order. */
export async function listLikelyContacts(tx: Tx, workspaceId: WorkspaceId, hints: Hints): Promise<CandidateRow[]> {
  const { email, nameWords, number, phone } = hints;
  const codes = codesOf(nameWords);
  const hits: RawBuilder<unknown>[] = [
    sql`(select id from contact where workspace_id = ${workspaceId} and lower(email) = lower(${email}) limit ${perReason})`,
  ];
  if (number)
    hits.push(
      sql`(select id from contact where workspace_id = ${workspaceId} and lower(external_id) = lower(${number}) limit ${perReason})`,
      sql`(select contact.id from customer
        join contact on contact.workspace_id = customer.workspace_id and contact.customer_id = customer.id
        where customer.workspace_id = ${workspaceId} and lower(customer.external_id) = lower(${number}) limit ${perReason})`,
    );
  if (phone)
    hits.push(
      sql`(select id from contact where workspace_id = ${workspaceId} and phones <> '{}'
        and pforte_phones(phones) @> array[pforte_phone(${phone})] limit ${perReason})`,
    );
  if (nameWords.length) {
    const column = sql.ref('contact.search_text');
    hits.push(
      sql`(select id from contact where workspace_id = ${workspaceId} and ${containsWords(column, nameWords)} limit ${perReason})`,
      sql`(select id from contact where workspace_id = ${workspaceId} and ${resemblesWords(column, nameWords)} limit ${perReason})`,
      sql`(select id from contact where workspace_id = ${workspaceId}
        and pforte_cologne(last_name) = any(${codes}) and pforte_cologne(first_name) = any(${codes}) limit ${perReason})`,
      sql`(select id from contact where workspace_id = ${workspaceId}
        and pforte_cologne(last_name) = any(${codes}) and length(pforte_cologne(last_name)) > 1 limit ${perReason})`,
    );
  }
  await similarityThreshold.execute(tx);
  return readRows(tx, workspaceId, hints, sql`${sql.join(hits, sql` union `)}`);
}

/** Contacts that somebody searches for by a part of a name, address, number or company; where there is none, what is alike in letters or in sound. */
export async function searchCandidates(tx: Tx, workspaceId: WorkspaceId, words: readonly string[], hints: Hints): Promise<CandidateRow[]> {
  const column = sql.ref('contact.search_text');
  // So many hits are sorted; whoever searches for a very frequent name types on.
  const byPart = sql`(select id from (
      select id, sort_name from contact where workspace_id = ${workspaceId} and ${containsWords(column, words)} limit ${hitLimit}) as hit
    order by sort_name, id limit ${perReason})`;
  const byPhone = sql`(select id from contact where workspace_id = ${workspaceId} and phones <> '{}'
    and pforte_phones(phones) @> array[pforte_phone(${hints.phone})] limit ${perReason})`;
  const found = await readRows(tx, workspaceId, hints, hints.phone ? sql`${byPart} union ${byPhone}` : byPart);
  if (found.length) return found;
  await similarityThreshold.execute(tx);
  return readRows(
    tx,
    workspaceId,
    hints,
    sql`(select id from contact where workspace_id = ${workspaceId} and ${resemblesWords(column, words)} limit ${perReason})
      union
      (select id from contact where workspace_id = ${workspaceId}
        and pforte_cologne(last_name) = any(${codesOf(words)}) and length(pforte_cologne(last_name)) > 1 limit ${perReason})`,
  );
}

/** The contacts whose ids a statement finds, each with what of it agrees with the hints. */
async function readRows(tx: Tx, workspaceId: WorkspaceId, hints: Hints, ids: RawBuilder<unknown>): Promise<CandidateRow[]> {
  const { email, name, nameWords, number, phone, postcode, company } = hints;
  const codes = codesOf(nameWords);
  const whole = sql`(contact.first_name || ' ' || contact.last_name)`;
  const { rows } = await sql<CandidateRow & { id: ContactId }>`
    select contact.id, contact.customer_id, contact.company, contact.salutation, contact.title, contact.first_name, contact.last_name, contact.email,
      contact.phones, contact.external_id, contact.sort_name, customer.city,
      lower(contact.email) is not distinct from lower(${email}) as same_address,
      coalesce(lower(${number}::text) in (lower(contact.external_id), lower(customer.external_id)), false) as same_number,
      coalesce(pforte_phones(contact.phones) @> array[pforte_phone(${phone})], false) as same_phone,
      coalesce(replace(customer.postal_code, ' ', '') = replace(${postcode}::text, ' ', ''), false) as same_postcode,
      coalesce(word_similarity(pforte_fold(${company}::text), pforte_fold(contact.company)) > 0.6, false) as same_company,
      ${name} <> '' and (pforte_fold(${whole}) = pforte_fold(${name}) or pforte_fold_wide(${whole}) = pforte_fold_wide(${name})) as same_name,
      length(pforte_cologne(contact.last_name)) > 1 and pforte_cologne(contact.last_name) = any(${codes}) as last_name_sounds,
      contact.first_name <> '' and pforte_cologne(contact.first_name) = any(${codes}) as first_name_sounds,
      greatest(similarity(pforte_fold(${whole}), pforte_fold(${name})), similarity(pforte_fold_wide(${whole}), pforte_fold_wide(${name})))::float8
        as similarity
    from contact
    join customer on customer.workspace_id = contact.workspace_id and customer.id = contact.customer_id
    where contact.workspace_id = ${workspaceId} and contact.id in (${ids})
  `.execute(tx);
  return rows;
}
