import { refuseRequest } from './refusals.ts';

/** Where a page of a list begins: the sort key and the id of the row beside it, and in which direction to read. */
export type Cursor = { direction: 'forward' | 'backward'; key: string; id: string };

/** A page as a store reads it: one row more than asked for tells whether there is another page. */
export type Page<Item> = {
  items: Item[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
  totalIsEstimate: boolean;
};

/** What a list is sorted by: its name, and what its keys look like. A cursor of one list or order is none of another. */
export type Order = { name: string; key: 'text' | 'instant' | 'number' | 'day' };

const keyShapes: Record<Order['key'], RegExp> = {
  text: /^[^\0]{0,1000}$/s,
  instant: /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):\d\d)$/,
  number: /^\d{1,15}$/,
  day: /^(?!0000)\d{4}-\d\d-\d\d$/,
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const writeCursor = ({ direction, key, id }: Cursor, order: Order): string =>
  Buffer.from(JSON.stringify([direction === 'forward' ? 'f' : 'b', order.name, key, id])).toString('base64url');

/** Reads a cursor; one that was not made by us for this order is a bad request, never an error of the database. */
export function readCursor(text: string | undefined, order: Order): Cursor | undefined {
  if (!text) return undefined;
  const [direction, name, key, id] = parts(text);
  const fits =
    name === order.name &&
    typeof key === 'string' &&
    keyShapes[order.key].test(key) &&
    exists(key, order) &&
    typeof id === 'string' &&
    uuid.test(id);
  if (!fits || (direction !== 'f' && direction !== 'b')) throw refuseRequest('bad-cursor', { pointer: '/cursor' });
  return { direction: direction === 'f' ? 'forward' : 'backward', key, id };
}

/** Whether a moment or a day exists: the database would stumble over 30 February, which JavaScript takes for 2 March. */
function exists(key: string, { key: shape }: Order): boolean {
  if (shape !== 'instant' && shape !== 'day') return true;
  const day = new Date(`${key.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(Date.parse(key)) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(key.slice(0, 10));
}

function parts(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/**
 * Turns the rows that were read (limit + 1, in reading order) into a page in showing order with the cursors beside it.
 * `keyOf` gives the sort key exactly as the statement compares it.
 */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  {
    limit,
    order,
    cursor,
    keyOf,
    total,
    totalIsEstimate,
  }: { limit: number; order: Order; cursor: Cursor | undefined; keyOf: (row: Row) => string; total: number; totalIsEstimate: boolean },
): Page<Row> {
  const more = rows.length > limit;
  const items = rows.slice(0, limit);
  const backward = cursor?.direction === 'backward';
  if (backward) items.reverse();
  const [first, last] = [items.at(0), items.at(-1)];
  const hasNext = backward ? true : more;
  const hasPrevious = backward ? more : cursor !== undefined;
  return {
    items,
    nextCursor: hasNext && last ? writeCursor({ direction: 'forward', key: keyOf(last), id: last.id }, order) : null,
    previousCursor: hasPrevious && first ? writeCursor({ direction: 'backward', key: keyOf(first), id: first.id }, order) : null,
    total,
    totalIsEstimate,
  };
}
