import { addressFaultPhrase, isAddress, parseAddress } from '../../platform/address.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccountId, findCredentialOf } from '../account/index.ts';
import { lockLogin, requestAddress } from '../contact/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { SignInTools } from '../sign-in/index.ts';
import { confirmPasswordLimit, countSuccess, takeTry } from '../throttle/index.ts';
import { refuse } from './refusals.ts';

export type OwnAddressOrder = { accountId: AccountId; portalId: PortalId; email: string; currentPassword: string; network: string };

/** The stored form of a typed address (rule 10). Refuses what is not exactly one, with the sentence that says what to change. */
export function storedAddress(typed: string): string {
  const parsed = parseAddress(typed);
  if (isAddress(parsed)) return parsed.address;
  throw refuse('invalid-address', {
    fields: [{ pointer: '/email', code: 'email-change.invalid-address', phrase: addressFaultPhrase[parsed.fault] }],
  });
}

/**
 * Somebody asks for another address of their own, with their password. The answer is the same whether or not the address belongs to somebody else (rule 9);
 * it counts once it was confirmed. A wrong password is counted and slowed down like a sign-in.
 */
export async function changeOwnAddress(
  { db, hasher }: Pick<SignInTools, 'db' | 'hasher'>,
  { perform, workspace }: { perform: Perform; workspace: Work['workspace'] },
  { accountId, portalId, email: typed, currentPassword, network }: OwnAddressOrder,
): Promise<{ email: string }> {
  const email = storedAddress(typed);
  const attempt = await perform((work) => takeTry(work, confirmPasswordLimit, { account: accountId, network }));
  const credential = await findCredentialOf(db, workspace.id, accountId);
  const { matches } = await hasher.verify(currentPassword, credential?.passwordHash ?? null);
  if (!credential || !matches) {
    await perform(async ({ record }) =>
      record('password.confirmation-failed', { type: 'account', id: accountId }, { personal: { network } }),
    );
    throw refuse('wrong-password', { pointer: '/currentPassword' });
  }
  await perform((work) => countSuccess(work, attempt));
  return perform(async (work) => {
    const { account } = await lockLogin(work, accountId);
    if (!account || account.deletedAt || account.generation !== credential.generation) throw refuse('account-changed');
    if (account.email === email) throw refuse('same-address', { pointer: '/email' });
    const request = await requestAddress(work, account, { email, by: 'oneself', portalId });
    if (request.state === 'not-possible') throw refuse('cannot-ask');
    return { email };
  });
}
