import { z } from 'zod';
import { Instant, line, listOf, pageQuery, route, Uuid } from '../../platform/http/contract.ts';

export const EventView = z.object({
  id: Uuid,
  sequence: z.number().int(),
  at: Instant,
  name: z.string(),
  actorKind: z.enum(['user', 'person', 'system', 'anonymous']),
  actorId: Uuid.nullable(),
  /** Who acted, by their name of today; also somebody who signed in or used a link in this very step. */
  actorName: z.string().nullable(),
  actorContactId: Uuid.nullable(),
  /** The account in whose name the user acted. */
  onBehalfOf: Uuid.nullable(),
  onBehalfOfName: z.string().nullable(),
  onBehalfOfContactId: Uuid.nullable(),
  subjectType: z.string(),
  subjectId: Uuid,
  /** Whom or what it is about, by its name of today; of what is gone, the name that the event keeps. */
  subjectName: z.string().nullable(),
  subjectContactId: Uuid.nullable(),
  change: z.unknown(),
  personal: z.unknown(),
});
export type EventView = z.infer<typeof EventView>;

export const auditContract = {
  listEvents: route({
    method: 'GET',
    path: '/events',
    right: 'administrator',
    tag: 'events',
    summary: 'The log of events, newest first',
    query: pageQuery.extend({
      subjectType: line(50).optional(),
      subjectId: Uuid.optional(),
      name: line(100).optional(),
    }),
    response: listOf(EventView),
  }),
};
