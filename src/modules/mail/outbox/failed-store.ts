import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { WorkspaceId } from '../../workspace/index.ts';

/**
 * The accounts whose newest mail was refused, came back or was given up: a subquery for `in`. Copies for the company's own records do not count, and
 * neither do mails that were withdrawn or ran out: nothing went wrong with those. A copy is as old as the mail it was made of, so it is never the newer one.
 */
export const accountsWithFailedMail = (workspaceId: WorkspaceId): RawBuilder<Id<'account'>> => sql<Id<'account'>>`(
  select failed.account_id from message as failed
  where failed.workspace_id = ${workspaceId} and failed.account_id is not null and failed.copy_of is null
    and (failed.refused_at is not null or failed.given_up_at is not null or failed.bounced_at is not null)
    and not exists (
      select from message as newer where newer.workspace_id = ${workspaceId} and newer.account_id = failed.account_id
        and newer.queued_at > failed.queued_at))`;
