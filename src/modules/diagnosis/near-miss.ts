import { isAddress, parseAddress } from '../../platform/address.ts';

/** How two addresses resemble each other, so that one may be a slip of the other. */
export type Resemblance = 'similar' | 'same-local-part';

/** Names of mailboxes that every company has: that they are the same says nothing. */
const common = new Set(
  'admin,anfrage,bestellung,buchhaltung,buero,einkauf,empfang,hallo,hello,info,kontakt,kundendienst,mail,office,post,rechnung,rechnungen,sales,sekretariat,service,support,team,verwaltung,vertrieb,zentrale'.split(
    ',',
  ),
);

const mostSlips = 2;

/** How a typed and a stored address may differ without anybody noticing: case, Umlauts and how they are spelled out. */
export const foldAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');

/** Whether what somebody typed is a slip of a stored address: at most two wrong, missing, doubled or swapped letters, or only another domain. */
export function resemblance(typed: string, stored: string): Resemblance | undefined {
  const [one, other] = [foldAddress(typed), foldAddress(stored)];
  const [local, domain] = partsOf(one);
  const [otherLocal, otherDomain] = partsOf(other);
  // In a short name two slips make another name.
  const isSameName = distance(local, otherLocal, mostSlips) < otherLocal.length / 2;
  if (isSameName && distance(one, other, mostSlips) <= mostSlips) return 'similar';
  if (!local || !domain || !otherDomain || local !== otherLocal || local.length < 3 || common.has(local)) return undefined;
  return 'same-local-part';
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789.-_@';
/** Longer ones are cut: nobody spells more than this on the telephone. */
const longest = 80;

/**
 * Everything that what was typed is one slip away from (a letter wrong, missing, too many, or swapped with its neighbour), and its domain with the Umlauts
 * that it may stand for. `folded`: as `foldAddress` answers. Some three thousand for an address of forty letters.
 */
export function slipsOf(folded: string): string[] {
  const typed = folded.slice(0, longest);
  const slips = new Set([typed, ...umlauts(typed)]);
  for (let at = 0; at <= typed.length; at++) {
    const [before, after] = [typed.slice(0, at), typed.slice(at)];
    for (const letter of letters) {
      slips.add(before + letter + after);
      slips.add(before + letter + after.slice(1));
    }
    slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after[1] + after[0] + after.slice(2));
  }
  return [...slips];
}

/** „gaertnerei.de“ may be „gärtnerei.de“, which is stored in its ASCII form. */
function umlauts(typed: string): string[] {
  const [local, domain] = partsOf(typed);
  const spelled = domain.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const parsed = parseAddress(`${local}@${spelled}`);
  return spelled !== domain && isAddress(parsed) ? [parsed.key] : [];
}

const partsOf = (address: string): [string, string] => {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
};

/**
 * Damerau-Levenshtein in its restricted form: how many letters are wrong, missing, too many, or swapped with their neighbour. Beyond `most` it answers
 * `most + 1` and stops.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[other.length] ?? 0;
}
