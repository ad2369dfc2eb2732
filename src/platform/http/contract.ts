import { z } from 'zod';
import { hasHiddenCharacter } from '../text.ts';

// Zod tries whether it may compile code, which the console's content security policy forbids and browsers report. On the server it may.
if ('document' in globalThis) z.config({ jitless: true });

/** Who may call a route at all; what they may do with the record behind it is decided by the module's policy. The rights table is made from this. */
export type Right = 'public' | 'signed-in' | 'user' | 'administrator';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Shape = z.ZodObject | undefined;

/**
 * One route of the API, safe for the browser: schemas give the typed server, the typed client and OpenAPI 3.1.
 * Paths are relative to `/api/v1` and carry parameters as `{contactId}`. Bodies are strict: unknown fields are refused (rule 15).
 */
export type Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Response extends z.ZodType | undefined = z.ZodType | undefined,
> = {
  method: Method;
  path: string;
  right: Right;
  summary: string;
  tag: string;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent: the answer is 204 without a body. */
  response?: Response;
  status?: 200 | 201 | 202 | 204;
  /** How many bytes the body may have, where that is more than usual. Who asks is then known before anything is read. */
  bodyLimit?: number;
  /** The answer is a file of this kind, sent while it is made (`StreamedFile`), instead of JSON. */
  file?: 'text/csv';
  /** The answer carries an `ETag`, the change takes `If-Match` (412 when stale). */
  versioned?: boolean;
};

export type Contract = Record<string, Route>;

/** Gives a route its exact type. */
export const route = <
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends z.ZodType | undefined = undefined,
  Response extends z.ZodType | undefined = undefined,
>(
  declaration: Route<Params, Query, Body, Response>,
) => declaration;

/** `[…] extends […]` keeps the conditional from distributing over `never`, which an absent schema is. */
type OutputOf<Schema, Absent> = [NonNullable<Schema>] extends [never]
  ? Absent
  : NonNullable<Schema> extends z.ZodType
    ? z.output<NonNullable<Schema>>
    : Absent;
type InputOf<Schema, Absent> = [NonNullable<Schema>] extends [never]
  ? Absent
  : NonNullable<Schema> extends z.ZodType
    ? z.input<NonNullable<Schema>>
    : Absent;
type NoFields = Record<never, never>;

export type ParamsOf<R> = R extends { params?: infer S } ? OutputOf<S, NoFields> : NoFields;
export type QueryOf<R> = R extends { query?: infer S } ? OutputOf<S, NoFields> : NoFields;
export type BodyOf<R> = R extends { body?: infer S } ? OutputOf<S, undefined> : undefined;
export type ResponseOf<R> = R extends { response?: infer S } ? InputOf<S, undefined> : undefined;
export type BodyInputOf<R> = R extends { body?: infer S } ? InputOf<S, undefined> : undefined;
export type QueryInputOf<R> = R extends { query?: infer S } ? InputOf<S, undefined> : undefined;

/** A UUID as it stands in a path or body. */
export const Uuid = z.uuid();

/** An instant on the wire: RFC 3339, UTC. */
export const Instant = z.iso.datetime();

/** What somebody looks for, trimmed, NFC: hidden characters of a copied word do no harm here. */
const searchText = (most: number) => lineOf(z.string(), most);

/** One line of text that a person typed: trimmed, NFC, no control characters, none that nobody sees. */
export const line = (most: number, least = 0) =>
  lineOf(
    z.string().refine((text) => !hasHiddenCharacter(text), { params: { sentence: 'hidden-character' } }),
    most,
    least,
  );

const lineOf = (typed: z.ZodString, most: number, least = 0) =>
  typed
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(least)
        .max(most)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
        .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/, 'control-characters')
        .refine((text) => text.isWellFormed(), { params: { sentence: 'malformed' } }),
    );

/** A line that may be empty; empty means absent. */
export const optionalLine = (most: number) => z.union([line(most).transform((text) => text || null), z.null()]);

/** Actions that are not among `allowed`, each with the refusal that it would get now: code, and the sentence in the caller's language. */
export const deniedOf = <const Actions extends readonly [string, ...string[]]>(actions: Actions) =>
  z.array(z.object({ action: z.enum(actions), code: z.string(), sentence: z.string() }));

/** How many rows a page has, in decimal digits: JavaScript would also read `0x10`, `1e1` and an empty text as numbers. */
const pageSize = z
  .preprocess((value) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value), z.number().int().min(1).max(200))
  .default(50)
  .meta({ type: 'integer', minimum: 1, maximum: 200 });

/** The query of a list: search, sort, cursor, page size. */
export const listQuery = <const Sort extends readonly [string, ...string[]]>(sorts: Sort) =>
  z.strictObject({
    q: searchText(200).optional(),
    sort: z.enum(sorts).optional(),
    cursor: z.string().max(500).optional(),
    limit: pageSize,
  });

/** The query of a list that has one order and no search. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: pageSize,
});

/** A file that is sent while it is made. An error on the way breaks it off, so that nobody takes a part for the whole. */
export type StreamedFile = { name: string; chunks: AsyncIterable<string> };

/** A page of a list. `total` is exact up to 10,000 and estimated above; `previousCursor` and `nextCursor` are absent at the ends. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    total: z.number().int(),
    totalIsEstimate: z.boolean(),
  });

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Fills the places of a path. */
export const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
