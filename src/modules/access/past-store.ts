import type { Tx } from '../../platform/work.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { Access, AccessId } from './access.ts';

/** What had happened to an access before the workspace was shown to anybody. */
export type Past = Partial<Pick<Access, 'origin' | 'invitedAt' | 'activationSentAt' | 'registeredAt' | 'lastSignInAt'>> & {
  createdAt?: Date;
};

/** Gives an access a past that nobody lived through: only the sample workspace of the demonstration has one. */
export async function setPast(tx: Tx, workspaceId: WorkspaceId, accessId: AccessId, past: Past): Promise<void> {
  await tx.updateTable('access').set(past).where('workspaceId', '=', workspaceId).where('id', '=', accessId).execute();
}
