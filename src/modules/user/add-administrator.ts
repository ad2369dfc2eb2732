import { newId } from '../../platform/id.ts';
import type { Language } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { firstAccountName, insertAccount } from '../account/index.ts';
import { insertUser } from './store.ts';
import type { User } from './user.ts';

/** The first administrator of a workspace. `email` is a stored address already; `passwordHash` may be absent when the password follows by link. */
export async function addAdministrator(
  { tx, now, workspace, record }: Work,
  { name, email, language, passwordHash }: { name: string; email: string; language: Language; passwordHash: string | null },
): Promise<User> {
  const accountId = newId<'account'>(now);
  await insertAccount(tx, workspace.id, { id: accountId, kind: 'staff', accountName: firstAccountName(email), email, passwordHash }, now);
  const user: User = { id: newId<'user'>(now), accountId, name, language, administrator: true, mayImpersonate: false, deactivatedAt: null };
  await insertUser(tx, workspace.id, user, now);
  record('user.added', { type: 'user', id: user.id }, { after: { administrator: true }, personal: { name, accountName: email } });
  return user;
}
