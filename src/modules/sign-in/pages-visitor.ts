import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Work } from '../../platform/work.ts';
import { admission, findAccess, isDeactivated, listAccessesOfAccount } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { ActingUser } from '../audit/index.ts';
import {
  type Form,
  leadTo,
  leaveNotice,
  ownPath,
  type PageTools,
  type Portal,
  type PortalCall,
  portalForm,
  portalPage,
  queryPart,
} from '../portal/index.ts';
import type { SessionId } from '../session/index.ts';
import { refuse } from './refusals.ts';
import { findVisitor, type Visitor } from './visitor.ts';

/** A request of somebody who is signed in and admitted to the portal now. `actingUser`: it comes from a user who acts as the person. */
export type VisitorCall = PortalCall & {
  visitor: Visitor;
  accountId: AccountId;
  sessionId: SessionId;
  actingUser: ActingUser | undefined;
};

/** Who may come: `assigned` is everybody but those whose assignment waits; they are led to the page that says so (B122). */
export type VisitorRule = { for: 'assigned' | 'everybody' };
const assigned: VisitorRule = { for: 'assigned' };

/** A page that only an admitted person sees; everybody else is led to the sign-in page, and back here afterwards. */
export function visitorPage(
  app: FastifyInstance,
  tools: PageTools,
  path: string,
  show: (call: VisitorCall) => Promise<FastifyReply>,
  rule = assigned,
): void {
  portalPage(app, tools, path, async (call) => {
    const visit = await admitVisitor(tools, call, wishOf(call), rule);
    return 'visitor' in visit ? show(visit) : visit.away;
  });
}

/** Where somebody wanted to go, and on to from there; nothing else behind the question mark outlives the sign-in. */
function wishOf(call: PortalCall): string {
  const path = call.request.url.split('?')[0] ?? '';
  const next = ownPath(queryPart(call, 'next'), call.portal.slug);
  return next ? `${path}?${new URLSearchParams({ next })}` : path;
}

type FormPlace<Values> = { path: string; page: string; fields: z.ZodType<Values> };

/** A form that only an admitted person can send. `page` is where it stands: what was typed is lost when the session has ended, the place is not. */
export function visitorForm<Values>(
  app: FastifyInstance,
  tools: PageTools,
  { path, page, fields }: FormPlace<Values>,
  take: (call: VisitorCall, form: Form<Values>) => Promise<FastifyReply>,
  rule = assigned,
): void {
  portalForm(app, tools, path, fields, async (call, form) => {
    const visit = await admitVisitor(tools, call, `/${call.portal.slug}${page}`, rule);
    return 'visitor' in visit ? take(visit, form) : visit.away;
  });
}

/** A form about the account itself, assigned or not: nobody sends it who only acts as its owner (rule 26). */
export function ownerForm<Values>(
  app: FastifyInstance,
  tools: PageTools,
  place: FormPlace<Values>,
  take: (call: VisitorCall, form: Form<Values>) => Promise<FastifyReply>,
): void {
  const takeFromOwner: typeof take = async (call, form) => {
    if (call.actingUser) throw refuse('not-while-acting');
    return take(call, form);
  };
  visitorForm(app, tools, place, takeFromOwner, { for: 'everybody' });
}

/** Who is admitted to this portal right now, or nobody. */
export async function findVisitorOf({ actor, perform, portal, sessionId }: PortalCall): Promise<Visitor | undefined> {
  return actor.kind === 'person' ? perform(findVisitor, portal, { ...actor, sessionId: sessionId as SessionId | null }) : undefined;
}

async function admitVisitor(
  tools: PageTools,
  call: PortalCall,
  wish: string,
  rule: VisitorRule,
): Promise<VisitorCall | { away: FastifyReply }> {
  const { actor, portal, sessionId } = call;
  const signIn = `/${portal.slug}/sign-in`;
  if (actor.kind !== 'person' || !sessionId)
    return { away: leadTo(call, wish !== `/${portal.slug}/` ? `${signIn}?${new URLSearchParams({ next: wish })}` : signIn) };

  const visitor = await findVisitorOf(call);
  if (!visitor) {
    await turnAway(tools, call, actor.accountId);
    return { away: leadTo(call, signIn) };
  }
  if (rule.for === 'assigned' && visitor.access.pending) return { away: leadTo(call, `/${portal.slug}/waiting`) };
  return {
    ...call,
    visitor,
    companies: visitor.companies,
    accountId: actor.accountId,
    sessionId: sessionId as SessionId,
    actingUser: actor.actingUser,
  };
}

/**
 * The session is genuine, so its owner may hear the reason. Whoever is admitted nowhere any more is signed out here; a door to another portal
 * stays open, and nothing but this browser's cookie changes, because a page that is read changes nothing (rule 6).
 */
async function turnAway({ cookies }: PageTools, call: PortalCall, accountId: AccountId): Promise<void> {
  const { actor, perform, portal, reply } = call;
  const { deactivated, admittedElsewhere } = await perform(findStanding, portal, accountId);
  const isActing = actor.kind === 'person' && actor.actingUser !== undefined;
  if (isActing && deactivated) cookies.clear(reply, 'acting');
  if (!isActing && !admittedElsewhere) cookies.clear(reply, 'portal');
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
