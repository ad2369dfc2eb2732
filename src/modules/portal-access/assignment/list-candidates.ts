import { searchWords } from '../../../platform/db/search.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, type AssignedAccess, findAccessById, listAccessesOfContacts, refuseAccess } from '../../access/index.ts';
import type { ContactId } from '../../contact/index.ts';
import { findPortal, type Portal } from '../../portal/index.ts';
import { type CandidateRow, type Hints, nameWordsOf, ranked } from './candidate.ts';
import { findGiven, type Given, listLikelyContacts, searchCandidates } from './candidate-store.ts';

/** A contact that an access could be assigned to. `linked`: the accesses that it has already, this one among them (B124). */
export type Candidate = CandidateRow & { linked: AssignedAccess[] };
export type Candidates = { accessId: AccessId; portal: Portal; given: Given; email: string; items: Candidate[] };

const most = 20;

/** A person registers without a telephone number; whoever searches by one is on the telephone with them. */
const isPhone = (q: string | undefined): q is string => q !== undefined && /^[\d\s()+/.-]+$/.test(q) && q.replace(/\D/g, '').length >= 6;

/** Whom an access may belong to, the likeliest first (B106, B109): without a search whoever fits the hints, with one whoever is found. Refuses: unknown. */
export async function listCandidates(work: Pick<Work, 'tx' | 'workspace'>, accessId: AccessId, q: string | undefined): Promise<Candidates> {
  const { tx, workspace } = work;
  const access = await findAccessById(tx, workspace.id, accessId);
  const portal = access && (await findPortal(tx, workspace.id, access.portalId));
  const given = await findGiven(tx, workspace.id, accessId);
  if (!access || !portal || !given) throw refuseAccess('unknown');

  const nameWords = nameWordsOf(given.givenName, access.email);
  const hints: Hints = {
    email: access.email,
    nameWords,
    name: given.givenName ?? nameWords.join(' '),
    number: given.customerNumber,
    phone: isPhone(q) ? q : null,
    postcode: given.postalCode,
    company: given.companyName,
  };
  const words = searchWords(q ?? '');
  const isSearch = words.length > 0;
  const rows = isSearch ? await searchCandidates(tx, workspace.id, words, hints) : await listLikelyContacts(tx, workspace.id, hints);
  const best = ranked(rows, { onlyLikely: !isSearch }).slice(0, most);
  const linked = await listAccessesOfContacts(
    tx,
    workspace.id,
    best.map(({ id }): ContactId => id),
  );
  const items = best.map((row) => ({ ...row, linked: linked.filter(({ contactId }) => contactId === row.id) }));
  return { accessId, portal, given, email: access.email, items };
}
