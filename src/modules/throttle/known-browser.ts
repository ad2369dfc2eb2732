import { days } from '../../platform/clock.ts';
import { newSecret, type Vault } from '../../platform/secret.ts';

/** Whose browser it is: the account as a limit counts it (`portal:anna@example.com`), known or not. */
export type BrowserOwner = { workspaceId: string; account: string };

/** A browser stays known for so long after the last sign-in. */
export const knownBrowserSeconds = days(90) / 1000;

/** A browser that an account is known to use, by the number in its mark. */
export type KnownBrowser = { number: string; markedAt: Date };

const longestMark = 200;

/**
 * What a browser keeps after its owner proved to be the owner (OWASP, „Slow Down Online Guessing Attacks with Device Cookies“). It lets nobody in: it is
 * only counted apart from its network, so that neighbours who guess do not slow down the owner. Sealed for one account of one workspace.
 * `browser`: the number it had before, so that signing in again gives no fresh tries.
 */
export const markBrowser = (vault: Vault, owner: BrowserOwner, now: Date, browser: string = newSecret().slice(0, 22)): string =>
  vault.seal(`${browser}.${now.getTime()}`, contextOf(owner)).toString('base64url');

/**
 * The number of a browser that its mark names, if we made that mark, for this account, not too long ago. Asks no database: a forged, a foreign and a missing
 * mark are the same, whether or not there is such an account (rule 9).
 */
export function readMark(vault: Vault, owner: BrowserOwner, now: Date, mark: string | undefined): KnownBrowser | undefined {
  if (!mark || mark.length > longestMark) return undefined;
  const [browser, markedAt] = opened(vault, owner, mark)?.split('.') ?? [];
  if (!browser || !(now.getTime() - Number(markedAt) < knownBrowserSeconds * 1000)) return undefined;
  return { number: browser, markedAt: new Date(Number(markedAt)) };
}

function opened(vault: Vault, owner: BrowserOwner, mark: string): string | undefined {
  try {
    return vault.open(Buffer.from(mark, 'base64url'), contextOf(owner));
  } catch {
    return undefined;
  }
}

const contextOf = ({ workspaceId, account }: BrowserOwner): string => `known-browser:${workspaceId}\0${account}`;
