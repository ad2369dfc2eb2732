import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Work } from '../../platform/work.ts';
import { admission, findAccess, isDeactivated, listAccessesOfAccount } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import { type Form, leadTo, leaveNotice, type PageTools, type Portal, type PortalCall, portalForm, portalPage } from '../portal/index.ts';
import type { SessionId } from '../session/index.ts';
import { findVisitor, type Visitor } from './visitor.ts';

/** A request of somebody who is signed in and admitted to the portal now. */
export type VisitorCall = PortalCall & { visitor: Visitor; accountId: AccountId; sessionId: SessionId };

/** A page that only an admitted person sees; everybody else is led to the sign-in page, and back here afterwards. */
export function visitorPage(
  app: FastifyInstance,
  tools: PageTools,
  path: string,
  show: (call: VisitorCall) => Promise<FastifyReply>,
): void {
  portalPage(app, tools, path, async (call) => {
    const visit = await admitVisitor(tools, call, call.request.url.split('?')[0]);
    return 'visitor' in visit ? show(visit) : visit.away;
  });
}

/** A form that only an admitted person can send. `page` is where it stands: what was typed is lost when the session has ended, the place is not. */
export function visitorForm<Values>(
  app: FastifyInstance,
  tools: PageTools,
  { path, page, fields }: { path: string; page: string; fields: z.ZodType<Values> },
  take: (call: VisitorCall, form: Form<Values>) => Promise<FastifyReply>,
): void {
  portalForm(app, tools, path, fields, async (call, form) => {
    const visit = await admitVisitor(tools, call, `/${call.portal.slug}${page}`);
    return 'visitor' in visit ? take(visit, form) : visit.away;
  });
}

/** Who is admitted to this portal right now, or nobody. */
export async function findVisitorOf({ actor, perform, portal }: PortalCall): Promise<Visitor | undefined> {
  return actor.kind === 'person' ? perform(findVisitor, portal, actor.accountId) : undefined;
}

async function admitVisitor(tools: PageTools, call: PortalCall, wish: string | undefined): Promise<VisitorCall | { away: FastifyReply }> {
  const { actor, portal, perform, sessionId } = call;
  const signIn = `/${portal.slug}/sign-in`;
  if (actor.kind !== 'person' || !sessionId)
    return { away: leadTo(call, wish && wish !== `/${portal.slug}/` ? `${signIn}?${new URLSearchParams({ next: wish })}` : signIn) };

  const visitor = await perform(findVisitor, portal, actor.accountId);
  if (visitor) return { ...call, visitor, accountId: actor.accountId, sessionId: sessionId as SessionId };
  await turnAway(tools, call, actor.accountId);
  return { away: leadTo(call, signIn) };
}

/**
 * The session is genuine, so its owner may hear the reason. Whoever is admitted nowhere any more is signed out here; a door to another portal
 * stays open, and nothing but this browser's cookie changes, because a page that is read changes nothing (rule 6).
 */
async function turnAway({ cookies }: PageTools, call: PortalCall, accountId: AccountId): Promise<void> {
  const { perform, portal, reply } = call;
  const { deactivated, admittedElsewhere } = await perform(findStanding, portal, accountId);
  if (!admittedElsewhere) cookies.clear(reply, 'portal');
  leaveNotice(cookies, call, { name: deactivated ? 'deactivated' : 'no-access-here' });
}

async function findStanding(
  { tx, now, workspace }: Work,
  portal: Portal,
  accountId: AccountId,
): Promise<{ deactivated: boolean; admittedElsewhere: boolean }> {
  const here = await findAccess(tx, workspace.id, accountId, portal.id);
  const accesses = await listAccessesOfAccount(tx, workspace.id, accountId);
  return {
    deactivated: here !== undefined && isDeactivated(admission(here, now)),
    admittedElsewhere: accesses.some((access) => admission(access, now).admitted),
  };
}
