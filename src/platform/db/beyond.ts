import { type RawBuilder, sql } from 'kysely';
import type { Cursor } from '../http/list-page.ts';
import { refuseRequest } from '../http/refusals.ts';

/**
 * The rows on the far side of a cursor in a list that is sorted by an instant, newest first, and then by id. `column` is a name of ours.
 * Refuses `request.bad-cursor`.
 */
export function beyondInstant(column: string, cursor: Cursor | undefined): RawBuilder<boolean> {
  const at = Date.parse(cursor?.key ?? '');
  if (Number.isNaN(at)) throw refuseRequest('bad-cursor', { pointer: '/cursor' });
  return sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(cursor?.direction === 'backward' ? '>' : '<')} (${new Date(at)}, ${cursor?.id ?? ''}::uuid)`;
}
