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

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.direction === 'forward' ? 'f' : 'b', cursor.key, cursor.id])).toString('base64url');

/** Reads a cursor; one that was not made by us is a bad request, never an error of the database. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  try {
    const [direction, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (
      (direction === 'f' || direction === 'b') &&
      typeof key === 'string' &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id) &&
      !key.includes('\0')
    ) {
      return { direction: direction === 'f' ? 'forward' : 'backward', key, id };
    }
  } catch {
    // falls through to the refusal: the text is not one of our cursors
  }
  throw refuseRequest('bad-cursor', { pointer: '/cursor' });
}

/**
 * Turns the rows that were read (limit + 1, in reading order) into a page in showing order with the cursors beside it.
 * `keyOf` gives the sort key exactly as the statement compares it.
 */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  {
    limit,
    cursor,
    keyOf,
    total,
    totalIsEstimate,
  }: { limit: number; cursor: Cursor | undefined; keyOf: (row: Row) => string; total: number; totalIsEstimate: boolean },
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
    nextCursor: hasNext && last ? writeCursor({ direction: 'forward', key: keyOf(last), id: last.id }) : null,
    previousCursor: hasPrevious && first ? writeCursor({ direction: 'backward', key: keyOf(first), id: first.id }) : null,
    total,
    totalIsEstimate,
  };
}
