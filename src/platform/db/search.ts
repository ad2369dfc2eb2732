import { type RawBuilder, sql } from 'kysely';

/** At most so many hits are sorted; beyond that a search is too wide to page through and the total is given as „more than“. */
export const hitLimit = 1000;

/** The words of a search, at most six. A single character finds nothing useful through trigrams, but must not fail. */
export const searchWords = (text: string): string[] => text.split(/\s+/).filter(Boolean).slice(0, 6);

const likePattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** True where every word stands in the folded text, spelled with Umlaut, without, or as ae/oe/ue. Both sides are folded by the database. */
export const containsWords = (column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    words.map((word) => sql`(${column} like pforte_fold(${likePattern(word)}) or ${column} like pforte_fold_wide(${likePattern(word)}))`),
    sql` and `,
  )})`;

/** True where every word is similar to a word of the folded text (pg_trgm's word similarity at the transaction's threshold): finds typing mistakes. */
export const resemblesWords = (column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    words.map((word) => sql`pforte_fold(${word}) <% ${column}`),
    sql` and `,
  )})`;

/** One wrong or missing letter in a name of five or more still counts as similar. */
export const similarityThreshold = sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`;
