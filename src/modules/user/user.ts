import type { Id } from '../../platform/id.ts';
import type { Language } from '../../platform/phrases.ts';
import type { AccountId } from '../account/index.ts';

export type UserId = Id<'user'>;

/** A staff account of the workspace: one of the console's people. */
export type User = {
  id: UserId;
  accountId: AccountId;
  name: string;
  language: Language;
  administrator: boolean;
  /** A right of its own, which every administrator has besides (rule 26). */
  mayImpersonate: boolean;
  deactivatedAt: Date | null;
};

/** The one function that decides whether a user is let into the console: at sign-in, with every call, and behind a link. */
export const mayUserSignIn = (user: Pick<User, 'deactivatedAt'>): boolean => user.deactivatedAt === null;

/** The one function that decides whether a user may act as somebody in a portal: when they ask for it, and with every request. */
export const mayUserImpersonate = (user: Pick<User, 'deactivatedAt' | 'administrator' | 'mayImpersonate'>): boolean =>
  mayUserSignIn(user) && (user.administrator || user.mayImpersonate);
