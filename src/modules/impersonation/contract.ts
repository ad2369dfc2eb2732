import { z } from 'zod';
import { Instant, line, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'accesses';

/** One time that a user acted as the person, or may begin to. */
export const ImpersonationView = z.object({
  id: Uuid,
  user: z.object({ id: Uuid, name: z.string() }),
  reason: z.string(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  /** When it is over at the latest. */
  endsAt: Instant,
  endedAt: Instant.nullable(),
  /** The user is signed in as the person now. */
  running: z.boolean(),
  allowed: z.array(z.enum(['end'])),
});
export type ImpersonationView = z.infer<typeof ImpersonationView>;

export const ImpersonationOffer = z.object({
  id: Uuid,
  /** A page of the portal that works once, in the browser that asked for it. */
  url: z.string(),
  startableUntil: Instant,
  endsAt: Instant,
});

const one = z.object({ accessId: Uuid });

export const impersonationContract = {
  impersonate: route({
    method: 'POST',
    path: '/accesses/{accessId}/impersonate',
    right: 'user',
    tag,
    summary: 'Ask for an address to sign in to the portal as this person',
    params: one,
    body: z.strictObject({ reason: line(500, 1) }),
    response: ImpersonationOffer,
    status: 201,
  }),
  listImpersonations: route({
    method: 'GET',
    path: '/accesses/{accessId}/impersonations',
    right: 'user',
    tag,
    summary: 'Who acted as this person, and who does now',
    params: one,
    response: z.object({ items: z.array(ImpersonationView) }),
  }),
  endImpersonation: route({
    method: 'DELETE',
    path: '/accesses/{accessId}/impersonations/{impersonationId}',
    right: 'user',
    tag,
    summary: 'End what a user does in the name of this person',
    params: one.extend({ impersonationId: Uuid }),
  }),
};
