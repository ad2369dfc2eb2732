import type { Kysely } from 'kysely';
import { sameBytes } from '../../platform/secret.ts';
import type { Schema } from '../schema.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import { chainHash, chainStart, commit } from './audit.ts';
import { findHead, readChain, type StoredEvent } from './store.ts';

/** What is wrong with one link of the chain, and where. */
export type ChainFault = { sequence: number; fault: 'missing' | 'not-linked' | 'edited' | 'detail-edited' | 'cut-off' };

export type ChainReport = { events: number; erased: number; faults: ChainFault[] };

/**
 * Reads a workspace's whole chain and finds an edited, deleted, swapped or inserted row, and a cut-off end (rule 21).
 * Erased details are no fault: the chain holds only a commitment to them.
 */
export async function verifyChain(db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<ChainReport> {
  // One snapshot: an event that a server writes meanwhile must not look like an end that was cut off.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => readWholeChain(tx, workspaceId));
}

async function readWholeChain(db: Kysely<Schema>, workspaceId: WorkspaceId): Promise<ChainReport> {
  const report: ChainReport = { events: 0, erased: 0, faults: [] };
  let expected = 1;
  let previous: Buffer = chainStart;

  for (let batch = await readChain(db, workspaceId, 0); batch.length; batch = await readChain(db, workspaceId, expected - 1)) {
    for (const event of batch) {
      if (event.sequence !== expected) report.faults.push({ sequence: expected, fault: 'missing' });
      report.faults.push(...faultsOf(event, previous));
      if (!event.salt) report.erased += 1;
      previous = event.hash;
      expected = event.sequence + 1;
      report.events += 1;
    }
  }

  const head = await findHead(db, workspaceId);
  if (head && (head.sequence !== expected - 1 || !sameBytes(head.hash, previous)))
    report.faults.push({ sequence: expected, fault: 'cut-off' });
  if (!head && report.events) report.faults.push({ sequence: 0, fault: 'cut-off' });
  return report;
}

function faultsOf(event: StoredEvent, previous: Buffer): ChainFault[] {
  const faults: ChainFault[] = [];
  if (!sameBytes(event.previousHash, previous)) faults.push({ sequence: event.sequence, fault: 'not-linked' });
  if (!sameBytes(chainHash(event.previousHash, event), event.hash)) faults.push({ sequence: event.sequence, fault: 'edited' });
  if (event.salt && !sameBytes(commit(event.salt, event.personal), event.commitment))
    faults.push({ sequence: event.sequence, fault: 'detail-edited' });
  return faults;
}
