import { randomBytes } from 'node:crypto';
import { newId } from '../../platform/id.ts';
import type { EventDetail, Tx } from '../../platform/work.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { type Actor, type ChainedEvent, chainHash, commit, signatureOf } from './audit.ts';
import { appendEvents, type EventDetailTable, type EventTable, lockHead } from './store.ts';

type Subject = { type: string; id: string };

/** Collects the events of one use case and appends them to the chain just before its transaction commits. */
export type Recorder = { record(name: string, subject: Subject, detail?: EventDetail): void; append(tx: Tx): Promise<void> };

/** The lock on the chain's end is taken in `append`, as the last lock of the transaction: no deadlock, and hardly a wait. */
export function createRecorder({ workspaceId, actor, now }: { workspaceId: WorkspaceId; actor: Actor; now: Date }): Recorder {
  const recorded: { name: string; subject: Subject; detail: EventDetail }[] = [];

  return {
    record(name, subject, detail = {}) {
      recorded.push({ name, subject, detail });
    },
    async append(tx) {
      if (!recorded.length) return;
      let { sequence, hash } = await lockHead(tx, workspaceId);
      const events: EventTable[] = [];
      const details: EventDetailTable[] = [];
      for (const { name, subject, detail } of recorded) {
        sequence += 1;
        const salt = randomBytes(32);
        const event: ChainedEvent = {
          workspaceId,
          sequence,
          id: newId(now),
          at: now,
          name,
          ...signatureOf(actor),
          subjectType: subject.type,
          subjectId: subject.id,
          change: plain({ before: detail.before, after: detail.after }),
          commitment: commit(salt, plain(detail.personal ?? {})),
        };
        const previousHash = hash;
        hash = chainHash(previousHash, event);
        events.push({ ...event, workspaceId, previousHash, hash });
        details.push({ workspaceId, sequence, salt, personal: plain(detail.personal ?? {}) });
      }
      await appendEvents(tx, workspaceId, events, details);
    },
  };
}

/** What JSON makes of it, so that what is hashed now equals what is read back later. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
