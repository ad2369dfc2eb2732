import type { Work } from '../../../platform/work.ts';
import { findReturnPath, saveReturnPath } from './return-path-store.ts';

/** Where mails that come back go; `null`: to the sender's address. */
export const getReturnPath = async ({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>): Promise<string | null> =>
  (await findReturnPath(tx, workspace.id)) ?? null;

/** Sets the address on the envelope of every further mail (RFC 5321, 4.4), in the form it is stored. The caller writes the event. */
export async function changeReturnPath({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, address: string | null): Promise<void> {
  if ((await findReturnPath(tx, workspace.id)) !== address) await saveReturnPath(tx, workspace.id, address);
}
