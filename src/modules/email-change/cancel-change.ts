import type { Work } from '../../platform/work.ts';
import { type AccountId, awaitAddress, lockAccount } from '../account/index.ts';
import { findNewestLink } from '../link/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { refuse } from './refusals.ts';

/** Stops a change that waits for its confirmation: the present address stays, and the mail with the link never leaves if it has not yet. */
export async function cancelChange({ tx, now, workspace, actor, record }: Work, accountId: AccountId): Promise<void> {
  const account = await lockAccount(tx, workspace.id, accountId);
  if (!account?.newEmail || !account.newEmailUntil || account.newEmailUntil <= now) throw refuse('not-running');
  const link = await findNewestLink(tx, workspace.id, accountId, ['e-mail-change']);
  await awaitAddress(tx, workspace.id, accountId, null);
  if (link) await withdrawMails(tx, { workspaceId: workspace.id, linkIds: [link.id], cause: 'link-dead', now });
  record(
    'email-change.cancelled',
    { type: 'account', id: accountId },
    { after: { by: actor.kind === 'person' ? 'oneself' : 'staff' }, personal: { before: { email: account.newEmail } } },
  );
}
