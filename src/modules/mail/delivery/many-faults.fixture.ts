import { minutes } from '../../../platform/clock.ts';
import type { Post } from '../mail.fixture.ts';
import { type Fault, type Sink, startSink } from './smtp-sink.fixture.ts';
import type { MailWorker } from './worker.ts';

const kinds: Fault[] = ['defer', 'refuse', 'drop-after', 'drop-before', 'hang-up'];

/** Numbers between 0 and 1 that are the same each time (mulberry32), so that a run can be repeated. */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type FaultySink = Sink & { tries: () => number; faults: () => number };

/** A mail server at which so many of all tries go wrong, in one of five ways. */
export async function startFaultySink({ share, seed }: { share: number; seed: number }): Promise<FaultySink> {
  const next = seededNumbers(seed);
  const count = { tries: 0, faults: 0 };
  const sink = await startSink(() => {
    count.tries += 1;
    if (next() >= share) return 'none';
    count.faults += 1;
    return kinds[Math.floor(next() * kinds.length)] ?? 'defer';
  });
  return { ...sink, tries: () => count.tries, faults: () => count.faults };
}

/** Lets the worker send until every mail has come to its end, the clock turned by an hour whenever there is nothing to do. */
export async function sendAll({ db, clock, workspace }: Post, worker: MailWorker): Promise<void> {
  const openOnes = () =>
    db
      .selectFrom('message')
      .select('id')
      .where('workspaceId', '=', workspace.id)
      .where('acceptedAt', 'is', null)
      .where('refusedAt', 'is', null)
      .where('givenUpAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .limit(1)
      .executeTakeFirst();
  for (let round = 0; round < 60 && (await openOnes()); round++) {
    while (await worker.runOnce());
    clock.turn(minutes(60));
  }
  if (await openOnes()) throw new Error('Some mails came to no end.');
}

/**
 * What the outbox says, compared with what arrived. `lost`: said to be accepted and never arrived, or at an end that the server does not know of.
 * `unexplained`: arrived more often than there were unknown answers. `strange`: arrived under another Message-ID.
 */
export async function findMailLosses({ db, workspace }: Post, sink: Sink) {
  const messages = await db
    .selectFrom('message')
    .select((eb) => [
      'recipientAddress',
      'messageId',
      'acceptedAt',
      'refusedAt',
      'givenUpAt',
      eb
        .selectFrom('attempt')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('attempt.workspaceId', '=', 'message.workspaceId')
        .whereRef('attempt.messageId', '=', 'message.id')
        .where('outcome', '=', 'unknown')
        .as('unknowns'),
    ])
    .where('workspaceId', '=', workspace.id)
    .execute();
  const nothing = { messageIds: [] as string[], taken: 0, unanswered: 0, refused: 0 };
  const told = messages.map((message) => ({ ...message, arrival: sink.arrivals.get(message.recipientAddress) ?? nothing }));
  const twice = told.filter(({ arrival }) => arrival.messageIds.length > 1);
  return {
    accepted: told.filter(({ acceptedAt }) => acceptedAt).length,
    refused: told.filter(({ refusedAt }) => refusedAt).length,
    givenUp: told.filter(({ givenUpAt }) => givenUpAt).length,
    twice: twice.length,
    lost: told.filter(({ acceptedAt, refusedAt, givenUpAt, arrival }) =>
      acceptedAt ? arrival.taken !== 1 : refusedAt ? arrival.refused !== 1 : !givenUpAt,
    ),
    unexplained: told.filter(({ arrival, unknowns }) => arrival.messageIds.length > 1 + Number(unknowns)),
    strange: told.filter(({ arrival, messageId }) => arrival.messageIds.some((id) => id !== messageId)),
  };
}
