import { displayAddress, isAddress, parseAddress } from '../../platform/address.ts';
import type { Id } from '../../platform/id.ts';

export type AccountId = Id<'account'>;
export type AccountKind = 'staff' | 'portal';

/** What signs in. The hash never leaves the functions that check it. */
export type Account = {
  id: AccountId;
  kind: AccountKind;
  accountName: string;
  /** Where mails about this account go: the stored string only (rule 10). */
  email: string;
  /** An address that waits for its confirmation, and how long. Whatever raises the generation forgets it. */
  newEmail: string | null;
  newEmailUntil: Date | null;
  hasPassword: boolean;
  passwordSetAt: Date | null;
  /** Raised by every change that must end sessions and open links (rule 5). */
  generation: number;
  deletedAt: Date | null;
};

/**
 * How account names are compared: case-insensitively after Unicode NFKC (B053); an address by its own key, so that `anna@müller.de` and
 * `anna@xn--mller-kva.de` are one name (rule 10). What looks and types alike is one name.
 */
export function accountNameKey(accountName: string): string {
  const name = accountName.normalize('NFKC').trim();
  const parsed = parseAddress(name);
  return isAddress(parsed) ? parsed.key : name.toLowerCase().normalize('NFKC');
}

/** The account name that somebody with this stored address starts with (B039): the address as people write it. */
export const firstAccountName = (email: string): string => displayAddress(email);
