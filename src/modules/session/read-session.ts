import type { Kysely } from 'kysely';
import { later } from '../../platform/clock.ts';
import type { AccountKind } from '../account/index.ts';
import type { Schema } from '../schema.ts';
import type { Workspace } from '../workspace/index.ts';
import { prolongAfter, type Session } from './session.ts';
import { findSession, prolongSession } from './store.ts';

/** The session a request came with, if it lives. Prolongs its idle end, at most once a minute. */
export async function readSession(
  db: Kysely<Schema>,
  workspace: Workspace,
  kind: AccountKind,
  secret: string | undefined,
  now: Date,
): Promise<Session | undefined> {
  if (!secret || secret.length > 100) return undefined;
  const session = await findSession(db, workspace.id, kind, secret, now);
  if (!session) return undefined;
  if (now.getTime() - session.lastUsedAt.getTime() >= prolongAfter) {
    const length = session.remembered ? workspace.lifetimes.sessionRemembered : workspace.lifetimes.session;
    await prolongSession(db, workspace.id, session.id, now, later(now, length));
  }
  return session;
}
