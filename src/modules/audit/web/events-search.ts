import { oneOf, textOf } from '../../../web/search.ts';
import { subjectTypes } from './event-words.ts';

/** What the address of the log can say. */
export type EventsSearch = { subjectType?: string | undefined; subjectId?: string | undefined; cursor?: string | undefined };

export const readEventsSearch = (search: Record<string, unknown>): EventsSearch => ({
  subjectType: oneOf(search, 'subjectType', subjectTypes),
  subjectId: textOf(search, 'subjectId'),
  cursor: textOf(search, 'cursor'),
});
