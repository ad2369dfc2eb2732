import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { isAnswering } from './platform/db/ping.ts';
import { refuseRequest } from './platform/http/refusals.ts';

/** Live: the process answers. Ready: it can also do its work, which takes the database. Neither says more than that (rule 23). */
export function registerHealth<Schema>(app: FastifyInstance, db: Kysely<Schema>): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async () => {
    if (!(await isAnswering(db))) throw refuseRequest('unavailable', { retryAfterSeconds: 5 });
    return { ready: true };
  });
}
