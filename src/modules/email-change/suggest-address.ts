import { displayAddress, isAddress, parseAddress } from '../../platform/address.ts';
import type { Work } from '../../platform/work.ts';
import { countDomains } from './domain-store.ts';

/** Where many people of the German-speaking countries have their mailbox; the more usual ones first. */
export const wellKnownDomains = [
  'gmail.com',
  'gmx.de',
  'web.de',
  't-online.de',
  'gmx.net',
  'outlook.com',
  'outlook.de',
  'hotmail.com',
  'hotmail.de',
  'icloud.com',
  'freenet.de',
  'yahoo.de',
  'yahoo.com',
  'googlemail.com',
  'posteo.de',
  'mailbox.org',
  'arcor.de',
  'aol.com',
  'aol.de',
  'live.de',
  'live.com',
  'me.com',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'mail.de',
  'mail.com',
  'email.de',
  'vodafone.de',
  'online.de',
  'proton.me',
  'protonmail.com',
  'bluewin.ch',
  'a1.net',
  'aon.at',
  'ewe.net',
  'ewetel.net',
  'kabelmail.de',
  'unitybox.de',
  '1und1.de',
  'ionos.de',
] as const;

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-.';

/** Every domain that one typing mistake makes of this one: a letter too many, too few, another one, or two that changed places. */
export function neighbours(domain: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= domain.length; at++) {
    const [before, after] = [domain.slice(0, at), domain.slice(at)];
    if (after) found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(domain);
  return [...found].filter((one) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(one));
}

/** How many people have an address of a domain. */
type Counts = { get(domain: string): number | undefined };

/** So much more usual another domain has to be before somebody is asked whether they meant it. */
const clearlyMore = 3;

/**
 * The domain that was probably meant, where it is one typing mistake away: one that is in use here clearly more than the one that was typed, else a
 * well-known one. `undefined`: the typed domain is well known, or nothing near it is.
 */
export function meantDomain(domain: string, counts: Counts): string | undefined {
  if (wellKnownDomains.some((known) => known === domain)) return undefined;
  const near = neighbours(domain);
  const own = counts.get(domain) ?? 0;
  const weightOf = (one: string): number => counts.get(one) ?? 0;
  const used = near.filter((one) => weightOf(one) >= Math.max(1, own) * clearlyMore).sort((one, other) => weightOf(other) - weightOf(one));
  if (used[0]) return used[0];
  if (own >= clearlyMore) return undefined;
  return wellKnownDomains.find((known) => near.includes(known));
}

/** „Meinten Sie …?“: the same address at the domain that was probably meant; `undefined` where nothing is suspicious or it is no address at all. */
export async function suggestAddress({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, typed: string): Promise<string | undefined> {
  const parsed = parseAddress(typed);
  if (!isAddress(parsed)) return undefined;
  const at = parsed.address.lastIndexOf('@');
  const domain = parsed.address.slice(at + 1);
  const counts = await countDomains(tx, workspace.id, [domain, ...neighbours(domain)]);
  const meant = meantDomain(domain, counts);
  return meant && displayAddress(`${parsed.address.slice(0, at)}@${meant}`);
}
