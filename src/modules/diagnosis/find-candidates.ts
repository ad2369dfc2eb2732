import { displayAddress, isAddress, parseAddress } from '../../platform/address.ts';
import { searchWords } from '../../platform/db/search.ts';
import type { Work } from '../../platform/work.ts';
import type { AccessId } from '../access/index.ts';
import { accountNameKey } from '../account/index.ts';
import type { ContactId } from '../contact/index.ts';
import type { Said } from './diagnosis.ts';
import { foldAddress, type Resemblance, resemblance, slipsOf } from './near-miss.ts';
import {
  type FoundContact,
  listAccessesWithWords,
  listAddressHolders,
  listContactsMeant,
  listFormerHolders,
  listNamedAccesses,
  listSameLocalPart,
  listSimilar,
  type NamedAs,
  type SimilarAddress,
} from './search-store.ts';

/** How well somebody fits to what was asked, the best first. */
export type Match = 'exact' | 'alias' | 'similar' | 'text';

/** Somebody who may be meant: an access, or a contact without one. `address`: the similar one. */
export type Found = { match: Match; because: Said; address?: string } & ({ accessId: AccessId } | { contact: FoundContact });

/** How many are shown; one more is looked for, to know whether there are more. */
export const mostShown = 12;
const most = mostShown + 1;

/** Everybody who may be meant by an address, an account name, a name or a number; nobody twice, whoever fits best first. */
export async function findCandidates(work: Work, typed: string): Promise<Found[]> {
  const parsed = parseAddress(typed);
  const address = isAddress(parsed) ? parsed.address : undefined;
  const direct = once([...(await named(work, typed, address)), ...(address ? [] : await numbered(work, typed))]);
  if (direct.some(({ match }) => match === 'exact')) return direct;
  const certain = once([...direct, ...(address ? await aliases(work, address) : [])]);

  const similar = await resembling(work, typed);
  const told = typed.includes('@') ? [] : await withWords(work, typed);
  const found = once([...certain, ...similar, ...told]).slice(0, most);
  return found.length ? found : misspelled(work, typed);
}

const keyOf = (found: Found): string => ('accessId' in found ? found.accessId : found.contact.id);
const once = (found: Found[]): Found[] => found.filter((one, index) => found.findIndex((other) => keyOf(other) === keyOf(one)) === index);

const namedAs: Record<NamedAs, (address: string) => Pick<Found, 'match' | 'because'>> = {
  'account-name': () => ({ match: 'exact', because: { word: 'is-account-name' } }),
  address: () => ({ match: 'exact', because: { word: 'is-address' } }),
  'new-address': () => ({ match: 'alias', because: { word: 'is-new-address' } }),
};

async function named({ tx, workspace }: Work, typed: string, address: string | undefined): Promise<Found[]> {
  const accesses = await listNamedAccesses(tx, workspace.id, { nameKey: accountNameKey(typed), address }, most);
  const contacts = address ? await listContactsMeant(tx, workspace.id, { address }, most) : [];
  const order: NamedAs[] = ['account-name', 'address', 'new-address'];
  return [
    ...accesses
      .toSorted((one, other) => order.indexOf(one.as) - order.indexOf(other.as))
      .map(({ accessId, as }) => ({ ...namedAs[as](typed), accessId })),
    ...contacts.flatMap((contact) =>
      ofContact(contact, { match: 'exact', because: { word: 'is-contact-address' } }, { word: 'is-address' }),
    ),
  ];
}

/** The accesses of a contact; the contact itself, where there is none. */
const ofContact = (contact: FoundContact, found: Pick<Found, 'match' | 'because'>, alone: Said = found.because): Found[] =>
  contact.accessIds.length ? contact.accessIds.map((accessId) => ({ ...found, accessId })) : [{ ...found, because: alone, contact }];

/** An address that somebody had before. */
async function aliases({ tx, workspace }: Work, address: string): Promise<Found[]> {
  const former = await listFormerHolders(tx, workspace.id, address, most);
  return former.map(({ accessId, at }) => ({ match: 'alias', because: { word: 'is-former-address', values: { at } }, accessId }));
}

async function numbered({ tx, workspace }: Work, customerNumber: string): Promise<Found[]> {
  const contacts = await listContactsMeant(tx, workspace.id, { customerNumber }, most);
  return contacts.flatMap((contact) =>
    ofContact(contact, { match: 'exact', because: { word: 'is-number', values: { number: customerNumber } } }),
  );
}

type Near = SimilarAddress & { address: string; how: Resemblance };

/** Of some, those whose address or account name what was typed may be a slip of. */
const nearTo = (typed: string, hits: readonly SimilarAddress[]): Near[] =>
  hits.flatMap((hit) => {
    const near = hit.addresses.map(displayAddress).flatMap((address) => {
      const how = resemblance(typed, address);
      return how ? [{ ...hit, address, how }] : [];
    });
    return near.slice(0, 1);
  });

/** One slip is looked up, whatever it was; more are searched for by resemblance, which takes longer. */
async function listNear({ tx, workspace }: Work, typed: string): Promise<Near[]> {
  const at = typed.lastIndexOf('@');
  const folded = foldAddress(typed);
  const near = nearTo(typed, await listAddressHolders(tx, workspace.id, slipsOf(folded)));
  if (at > 2) near.push(...nearTo(typed, await listSameLocalPart(tx, workspace.id, typed.slice(0, at))));
  if (near.some(({ how }) => how === 'similar') || at < 0) return near;
  return [...near, ...nearTo(typed, await listSimilar(tx, workspace.id, { typed: folded, threshold: 0.7 }))];
}

/** Addresses and account names of which what was typed may be a slip. */
async function resembling(work: Work, typed: string): Promise<Found[]> {
  const { tx, workspace } = work;
  const hits = await listNear(work, typed);
  const ids = hits.flatMap(({ contactId }) => contactId ?? []);
  const contacts = ids.length ? await listContactsMeant(tx, workspace.id, { ids: [...new Set<ContactId>(ids)].slice(0, most) }, most) : [];
  return hits
    .toSorted((one, other) => Number(one.how !== 'similar') - Number(other.how !== 'similar'))
    .flatMap(({ accessId, contactId, address, how }): Found[] => {
      const because: Said = { word: how === 'similar' ? 'is-similar' : 'is-same-local-part', values: { address } };
      if (accessId) return [{ match: 'similar', because, address, accessId }];
      const contact = contacts.find(({ id }) => id === contactId);
      return contact && contact.accessIds.length === 0 ? [{ match: 'similar', because, address, contact }] : [];
    });
}

async function withWords({ tx, workspace }: Work, typed: string): Promise<Found[]> {
  const searched = searchWords(typed);
  const found = { match: 'text', because: { word: 'is-text' } } as const;
  const accesses = await listAccessesWithWords(tx, workspace.id, searched, most);
  const contacts = await listContactsMeant(tx, workspace.id, { searched }, most);
  return [
    ...accesses.map((accessId) => ({ ...found, accessId })),
    ...contacts.filter(({ accessIds }) => accessIds.length === 0).map((contact) => ({ ...found, contact })),
  ].slice(0, most);
}

/** Nothing fits: names with a typing mistake. */
async function misspelled({ tx, workspace }: Work, typed: string): Promise<Found[]> {
  if (typed.includes('@') || typed.length < 4) return [];
  const hits = await listSimilar(tx, workspace.id, { typed, threshold: 0.5 });
  const found = { match: 'text', because: { word: 'is-text' } } as const;
  return hits.flatMap(({ accessId }) => (accessId ? [{ ...found, accessId }] : [])).slice(0, most);
}
