import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Id } from '../../../platform/id.ts';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MessageTable } from './message-table.ts';

/** A mail that a report of a bounce may be about. */
export type ReportedMessage = Pick<Selectable<MessageTable>, (typeof reportedColumns)[number]> & {
  /** It was opened once more, and nothing of it has left since: whatever comes back is of an earlier try. */
  isReopened: boolean;
};

const reportedColumns = [
  'id',
  'recipientAddress',
  'contactId',
  'accountId',
  'templateKey',
  'queuedAt',
  'attempts',
  'acceptedAt',
  'bouncedAt',
  'bounceStatus',
  'bounceAnswer',
] as const;

/** A mail that was never at its end has an open try, a step of its plan behind it, or an answer that nobody knows. */
const isReopened = (): RawBuilder<boolean> => sql<boolean>`(num_nonnulls(accepted_at, refused_at, given_up_at, withdrawn_at, unknown_at) = 0
  and attempts > 0 and deferrals = 0 and not exists (select from attempt where attempt.workspace_id = message.workspace_id
    and attempt.message_id = message.id and attempt.ended_at is null))`;

/** By the header as it was sent, with its angle brackets. Locked until commit. */
export const lockMessageByHeader = (tx: Tx, workspaceId: WorkspaceId, messageId: string): Promise<ReportedMessage | undefined> =>
  tx
    .selectFrom('message')
    .select([...reportedColumns, isReopened().as('isReopened')])
    .where('workspaceId', '=', workspaceId)
    .where('messageId', '=', messageId)
    .forUpdate()
    .executeTakeFirst();

/** Locked until commit: of two reports about one mail the second finds what the first has written. */
export const lockReportedMessage = (tx: Tx, workspaceId: WorkspaceId, id: Id<'message'>): Promise<ReportedMessage | undefined> =>
  tx
    .selectFrom('message')
    .select([...reportedColumns, isReopened().as('isReopened')])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export type Bounce = { workspaceId: WorkspaceId; id: Id<'message'>; bouncedAt: Date; status: string | null; answer: string | null };

/**
 * A mail that came back had been taken by the server, whatever the outbox knew about it until now: an open one ends here and is not sent again.
 */
export async function saveBounce(tx: Tx, { workspaceId, id, bouncedAt, status, answer }: Bounce): Promise<void> {
  await tx
    .updateTable('message')
    .set((eb) => ({
      acceptedAt: eb.fn.coalesce('acceptedAt', eb.val(bouncedAt)),
      refusedAt: null,
      givenUpAt: null,
      withdrawnAt: null,
      unknownAt: null,
      bouncedAt,
      bounceStatus: status,
      bounceAnswer: answer,
      cause: null,
      sealedLink: null,
      claimedUntil: null,
      claimedBy: null,
    }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export type Delay = { workspaceId: WorkspaceId; id: Id<'message'>; acceptedAt: Date; status: string | null; answer: string | null };

/** A server behind still tries: the one before it had taken the mail, and what was said is kept. */
export async function saveDelay(tx: Tx, { workspaceId, id, acceptedAt, status, answer }: Delay): Promise<void> {
  await tx
    .updateTable('message')
    .set((eb) => ({
      acceptedAt: eb.fn.coalesce('acceptedAt', eb.val(acceptedAt)),
      refusedAt: null,
      givenUpAt: null,
      withdrawnAt: null,
      unknownAt: null,
      bounceStatus: status,
      bounceAnswer: answer,
      cause: null,
      sealedLink: null,
      claimedUntil: null,
      claimedBy: null,
    }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('bouncedAt', 'is', null)
    .execute();
}
