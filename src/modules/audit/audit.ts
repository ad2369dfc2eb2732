import { createHash } from 'node:crypto';
import type { Id } from '../../platform/id.ts';

/** Whoever acts in a use case. */
export type Actor =
  | { kind: 'user'; userId: Id<'user'>; accountId: Id<'account'>; name: string; administrator: boolean; mayImpersonate?: boolean }
  | { kind: 'person'; accountId: Id<'account'>; actingUser?: ActingUser }
  | { kind: 'system' }
  | { kind: 'anonymous' };

/** A user who acts as a person (rule 26): has none of their own rights meanwhile, and the person's only as far as nothing of the account is touched. */
export type ActingUser = {
  impersonationId: Id<'impersonation'>;
  /** The one access that they look through; the person's other portals stay shut. */
  accessId: Id<'access'>;
  userId: Id<'user'>;
  name: string;
  personName: string;
  endsAt: Date;
};

/** Whom an event names: who acted and, where it was in somebody's name, whose account that was. */
export function signatureOf(actor: Actor): Pick<ChainedEvent, 'actorKind' | 'actorId' | 'onBehalfOf'> {
  if (actor.kind === 'user') return { actorKind: 'user', actorId: actor.userId, onBehalfOf: null };
  if (actor.kind !== 'person') return { actorKind: actor.kind, actorId: null, onBehalfOf: null };
  const { accountId, actingUser } = actor;
  return actingUser
    ? { actorKind: 'user', actorId: actingUser.userId, onBehalfOf: accountId }
    : { actorKind: 'person', actorId: accountId, onBehalfOf: null };
}

/**
 * Whether somebody who was not signed in proved in this very step that the subject is theirs: by their password, or by the link that was sent to them.
 * Only a failed sign-in proves nothing.
 */
export const isProvenBySubject = ({ name, subjectType }: { name: string; subjectType: string }): boolean =>
  ['account', 'access', 'user'].includes(subjectType) && provingEvents.test(name);

const provingEvents =
  /^(registration\.activated|session\.started|sign-in\.denied|password\.set|account\.address-changed|link\.(issued|renewed)|(password|address)-notice\..*)$/;

/** What the chain of a workspace covers of one event. `change` holds no name, address or other detail of a person; those are behind `commitment`. */
export type ChainedEvent = {
  workspaceId: string;
  sequence: number;
  id: string;
  at: Date;
  name: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  onBehalfOf: string | null;
  subjectType: string;
  subjectId: string;
  change: unknown;
  commitment: Buffer;
};

/** The hash before the first event of a chain. */
export const chainStart = Buffer.alloc(32);

/** SHA-256 over the previous hash and every column of the event, in a form that has one spelling only. */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const content = canonical([
    event.workspaceId,
    event.sequence,
    event.id,
    event.at.toISOString(),
    event.name,
    event.actorKind,
    event.actorId,
    event.onBehalfOf,
    event.subjectType,
    event.subjectId,
    event.change,
    event.commitment.toString('hex'),
  ]);
  return createHash('sha256').update(previous).update(content).digest();
}

/** A salted commitment to personal details: proves them while salt and details exist, tells nothing once they are erased (rule 21). */
export const commit = (salt: Buffer, personal: unknown): Buffer => createHash('sha256').update(salt).update(canonical(personal)).digest();

/** JSON with sorted keys: PostgreSQL's `jsonb` keeps no order, and the hash must not depend on it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
