import { z } from 'zod';
import { Instant, line, listOf, pageQuery, route, Uuid } from '../../platform/http/contract.ts';

export const EventView = z.object({
  id: Uuid,
  sequence: z.number().int(),
  at: Instant,
  name: z.string(),
  actorKind: z.enum(['user', 'person', 'system', 'anonymous']),
  actorId: Uuid.nullable(),
  actorName: z.string().nullable(),
  subjectType: z.string(),
  subjectId: Uuid,
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
