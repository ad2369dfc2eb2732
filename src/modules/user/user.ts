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
  deactivatedAt: Date | null;
};
