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
  hasPassword: boolean;
  passwordSetAt: Date | null;
  /** Raised by every change that must end sessions and open links (rule 5). */
  generation: number;
  deletedAt: Date | null;
};

/** How account names are compared: case-insensitively after Unicode NFKC (B053). What looks and types alike is one name. */
export const accountNameKey = (accountName: string): string => accountName.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
