import type { Work } from '../../../platform/work.ts';
import { endClaims } from './outbox-store.ts';

/**
 * Makes mails that a killed server had in hand due at once, instead of when its claim on them runs out minutes later. To be called only where
 * no other server can be at work on this database.
 */
export const takeOverMails = ({ tx, now, workspace }: Work): Promise<void> => endClaims(tx, workspace.id, now);
