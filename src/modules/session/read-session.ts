import type { Kysely } from 'kysely';
import { later } from '../../platform/clock.ts';
import type { Schema } from '../schema.ts';
import type { Workspace } from '../workspace/index.ts';
import { prolongAfter, type Session, type SessionKind } from './session.ts';
import { findSession, prolongSession } from './store.ts';

/** The session a request came with, if it lives. Its idle end is prolonged, at most once a minute; `prolonged`: with this request. */
export async function readSession(
  db: Kysely<Schema>,
  workspace: Workspace,
  kind: SessionKind,
  secret: string | undefined,
  now: Date,
): Promise<{ session: Session; prolonged: boolean } | undefined> {
  if (!secret || secret.length > 100) return undefined;
  const session = await findSession(db, workspace.id, kind, secret, now);
  if (!session) return undefined;
  // Acting as somebody ends when it was said to end.
  if (kind === 'acting') return { session, prolonged: false };
  if (now.getTime() - session.lastUsedAt.getTime() < prolongAfter) return { session, prolonged: false };

  const length = session.remembered ? workspace.lifetimes.sessionRemembered : workspace.lifetimes.session;
  return { session, prolonged: await prolongSession(db, workspace.id, session.id, now, later(now, length)) };
}
