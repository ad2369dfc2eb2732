import { displayAddress, isAddress, parseAddress } from '../../platform/address.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { findPortal, type PortalId, refusePortal } from '../portal/index.ts';
import type { Candidate, Search } from './contract.ts';
import { type AccessFacts, type Cause, diagnose, type Step, weigh } from './diagnosis.ts';
import { type Found, findCandidates, mostShown } from './find-candidates.ts';
import { nameOf, readFacts } from './read-facts.ts';
import { remedies } from './remedies.ts';
import type { FoundContact } from './search-store.ts';
import { presentCause, type Telling, tell } from './views.ts';

/** `portalId`: the portal that the person wants to enter, where that is known. */
export type Question = { q: string; portalId?: PortalId | undefined };

type Portal = { id: PortalId; name: string };

/**
 * „Jemand ruft an und nennt eine Adresse“: who may be meant, and for each the one main cause. However much there is, at most a dozen are looked at
 * closely. Refuses an unknown portal.
 */
export async function answerCall(work: Work, { q, portalId }: Question, variant: Variant): Promise<Search> {
  const portal = portalId && (await findPortal(work.tx, work.workspace.id, portalId));
  if (portalId && !portal) throw refusePortal('unknown');
  const found = await findCandidates(work, q);
  const shown = found.slice(0, mostShown);
  const facts = await readFacts(work, [...new Set(shown.flatMap(accessOf))], variant);
  const presenting = { work, variant, facts, portal: portal || undefined };
  const items = shown.flatMap((one) => present(one, presenting));
  const main = nobodyFits(q, shown, items);
  const telling = { variant, timeZone: work.workspace.timeZone };
  return { items, hasMore: found.length > shown.length, main: main ? presentCause(main, telling) : null };
}

const accessOf = (found: Found) =>
  'accessId' in found ? [found.accessId] : found.contact.deletedAccessId ? [found.contact.deletedAccessId] : [];

type Presenting = { work: Work; variant: Variant; facts: readonly AccessFacts[]; portal: Portal | undefined };

function present(found: Found, presenting: Presenting): Candidate[] {
  const { facts, variant, work } = presenting;
  const known = facts.find(({ access }) => accessOf(found).includes(access.id));
  if ('contact' in found) return [presentContact(found, found.contact, known, presenting)];
  if (!known) return [];
  const { access, name, contacts } = known;
  const telling = { variant, timeZone: access.timeZone };
  const { admitted, causes } = diagnose(known, work.now);
  const elsewhere = otherPortal(known, presenting);
  const [main] = elsewhere ? weigh([elsewhere]) : causes;
  const address = displayAddress(access.email);
  return [
    {
      match: found.match,
      matchSentence: tell([{ ...found.because, values: { address: found.address ?? address, ...found.because.values } }], telling),
      accessId: access.id,
      contactId: contacts[0]?.contactId ?? null,
      name,
      company: contacts[0]?.company ?? null,
      portal: { id: access.portalId, name: access.portalName },
      accountName: access.accountName,
      email: address,
      admitted,
      sentence: tell([{ word: admitted ? 'admitted' : 'not-admitted', values: { name, portal: access.portalName } }], telling),
      main: main ? presentCause(main, telling) : null,
    },
  ];
}

/** The account has an access, but none to the portal that was named. */
function otherPortal({ access, name, contacts }: AccessFacts, { facts, portal }: Presenting): Step | undefined {
  const own = facts.filter((one) => one.access.accountId === access.accountId && !one.access.deletedAt);
  if (!portal || own.some((one) => one.access.portalId === portal.id)) return undefined;
  const portals = own.map((one) => one.access.portalName).join(', ');
  const [first] = contacts;
  return {
    code: 'other-portal',
    says: [{ word: 'other-portal', values: { name, portal: portal.name, portals } }],
    remedy: first ? remedies.giveAccess(first.contactId, portal.id) : remedies.openAccess(access.id),
  };
}

function presentContact(
  found: Found,
  contact: FoundContact,
  deleted: AccessFacts | undefined,
  { work, variant, portal }: Presenting,
): Candidate {
  const telling: Telling = { variant, timeZone: deleted?.access.timeZone ?? work.workspace.timeZone };
  const name = nameOf(contact);
  const address = contact.email === null ? '' : displayAddress(contact.email);
  const [main] = weigh([lackOfAccess(contact, name, deleted, portal)]);
  const said = { word: 'no-access', values: { name } } as const;
  return {
    match: found.match,
    matchSentence: tell([{ ...found.because, values: { address: found.address ?? address, ...found.because.values } }], telling),
    accessId: null,
    contactId: contact.id,
    name,
    company: contact.company,
    portal: null,
    accountName: null,
    email: address || null,
    admitted: false,
    sentence: tell([said], telling),
    main: main ? presentCause(main, telling) : null,
  };
}

function lackOfAccess(contact: FoundContact, name: string, deleted: AccessFacts | undefined, portal: Portal | undefined): Step {
  const remedy = contact.email
    ? remedies.giveAccess(contact.id, portal?.id ?? deleted?.access.portalId)
    : remedies.changeAddress(contact.id);
  if (!deleted) return { code: 'no-access', says: [{ word: 'no-access', values: { name } }], remedy };
  const { portalName, deletedAt } = deleted.access;
  return { code: 'deleted', says: [{ word: 'deleted', values: { name, portal: portalName, at: deletedAt ?? '' } }], remedy };
}

/** What to say where nobody fits exactly: who has a very similar address, or that there is nobody. */
function nobodyFits(typed: string, shown: readonly Found[], items: readonly Candidate[]): Cause | undefined {
  const index = shown.findIndex(({ match }) => match === 'similar');
  const [near, similar] = [items[index], shown[index]];
  if (near && similar && shown.every(({ match }) => match !== 'exact' && match !== 'alias')) {
    const values = { typed, address: similar.address ?? '', name: near.name };
    const remedy = near.accessId ? remedies.openAccess(near.accessId) : near.contactId ? remedies.openContact(near.contactId) : null;
    return weigh([{ code: 'near-miss', says: [{ word: 'near-miss', values }], remedy }])[0];
  }
  if (shown.length) return undefined;
  const parsed = parseAddress(typed);
  const remedy = remedies.addContact(isAddress(parsed) ? displayAddress(parsed.address) : undefined);
  return weigh([{ code: 'no-account', says: [{ word: 'no-account', values: { typed } }], remedy }])[0];
}
