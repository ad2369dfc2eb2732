import type { Work } from '../../../platform/work.ts';
import { findReturnPath, lockReturnPath, type ReturnPath, saveReturnPath, saveReturnTags } from './return-path-store.ts';

type Scope = Pick<Work, 'tx' | 'workspace'>;
const none: ReturnPath = { returnPath: null, returnPathTags: false, bounceVersion: 0 };

/** Where mails that come back go (`null`: to the sender's address), and whether each carries its own tag there. */
export const getReturnPath = async ({ tx, workspace }: Scope): Promise<ReturnPath> => (await findReturnPath(tx, workspace.id)) ?? none;

/** The same, held until commit. */
export const holdReturnPath = async ({ tx, workspace }: Scope): Promise<ReturnPath> => (await lockReturnPath(tx, workspace.id)) ?? none;

/** Sets the address on the envelope of every further mail (RFC 5321, 4.4), in the form it is stored. The caller holds it and writes the event. */
export const changeReturnPath = ({ tx, workspace }: Scope, path: Pick<ReturnPath, 'returnPath' | 'returnPathTags'>): Promise<void> =>
  saveReturnPath(tx, workspace.id, path);

/** From now on every mail carries its own tag on the envelope, if mails that come back go to this address. */
export const startReturnTags = ({ tx, workspace }: Scope, returnPath: string): Promise<void> =>
  saveReturnTags(tx, workspace.id, returnPath);
