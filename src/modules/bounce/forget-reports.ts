import type { Work } from '../../platform/work.ts';
import { deleteUnmatched } from './report-store.ts';

/** Deletes what came in before an instant and could not be matched. What was matched goes with its mail. */
export const forgetReports = ({ tx, workspace }: Work, before: Date): Promise<void> => deleteUnmatched(tx, workspace.id, before);
