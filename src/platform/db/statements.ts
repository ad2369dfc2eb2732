import {
  CamelCasePlugin,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { Schema } from '../../modules/schema.ts';
import type { Id } from '../id.ts';
import type { Tx } from '../work.ts';
import { layOut } from './statement-text.ts';

/** The rows that a statement is answered with. */
export type Answer = readonly object[];

/** Calls a function of a store. Without answers the database is empty; `answered` gives it rows. */
export type Sample = ((tx: Tx) => unknown) | AnsweredSample;
type AnsweredSample = { answers: readonly Answer[]; run: (tx: Tx) => unknown };

/** A sample for each function of a store; several where a variant changes the SQL, each under the name of what it asks for. */
export type SamplesOf<Store> = { [Name in keyof Store as Store[Name] extends (...given: never[]) => unknown ? Name : never]: Samples };
type Samples = Sample | { [variant: string]: Sample };
type StoreSamples = Readonly<Record<string, Samples>>;

/** One statement as the database gets it. A condition is a part of statements that another store puts together. */
export type Statement = { name: string; variant: string; sql: string; isCondition: boolean };

/** A sample for a function that goes on only with rows: those of its first statement, of its second … */
export const answered = (answers: readonly Answer[], run: (tx: Tx) => unknown): Sample => ({ answers, run });

/** Any id: a statement is the same for all. */
export const sampleId = <Kind extends string>(): Id<Kind> => '01980000-0000-7000-8000-000000000001' as Id<Kind>;

/** Any moment. */
export const sampleInstant = new Date(0);

/** Runs every sample against a database that only listens, and gives the statements in the order of the samples. */
export async function recordStatements(samples: StoreSamples): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const [name, given] of Object.entries(samples)) {
    const variants: [string, Sample][] = isSample(given) ? [['', given]] : Object.entries(given);
    const seen = new Set<string>();
    for (const [variant, sample] of variants) {
      const recorded = await record(sample, `${name} ${variant}`.trim());
      const whole = recorded.map(({ sql }) => sql).join(';');
      if (seen.has(whole)) throw new Error(`The sample „${name} ${variant}“ asks the same as one before it.`);
      seen.add(whole);
      statements.push(...recorded.map((statement) => ({ name, variant, ...statement })));
    }
  }
  return statements;
}

/** Whether a file exports samples at all; what each of them is has been checked by its type. */
export const isSamples = (exported: unknown): exported is StoreSamples => typeof exported === 'object' && exported !== null;

const isSample = (samples: Samples): samples is Sample => typeof samples === 'function' || Array.isArray(samples.answers);

async function record(sample: Sample, title: string): Promise<Pick<Statement, 'sql' | 'isCondition'>[]> {
  const { answers, run } = typeof sample === 'function' ? { answers: [], run: sample } : sample;
  const recorded: Pick<Statement, 'sql' | 'isCondition'>[] = [];
  const waiting = [...answers];
  const db = listeningDatabase((sql) => {
    recorded.push({ sql, isCondition: false });
    return waiting.shift() ?? [];
  });
  await db.transaction().execute(async (tx) => {
    const result = run(tx);
    if (isCondition(result)) recorded.push({ sql: result.compile(tx).sql, isCondition: true });
    else await result;
  });
  if (recorded.length === 0) throw new Error(`The sample „${title}“ asks the database nothing.`);
  if (waiting.length > 0) throw new Error(`The sample „${title}“ has more answers than statements.`);
  return recorded;
}

const isCondition = (result: unknown): result is RawBuilder<unknown> =>
  typeof result === 'object' && result !== null && 'isRawBuilder' in result;

function listeningDatabase(answer: (sql: string) => Answer): Kysely<Schema> {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql }: { sql: string }) => ({ rows: answer(sql) as Row[] }),
    streamQuery: () => {
      throw new Error('No store reads a stream.');
    },
  };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => Object.assign(new DummyDriver(), { acquireConnection: async () => connection }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** The text of the file beside a store: each function with its variants and their statements. `store` is the name of the store's file. */
export function describeStatements(store: string, statements: readonly Statement[]): string {
  const head = `-- What ${store} asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.\n`;
  const shown = new Map<string, string>();
  let [title, count] = ['', 0];
  const blocks = statements.map(({ name, variant, sql, isCondition }) => {
    const own = variant ? `${name}: ${variant}` : name;
    const heading = own === title ? '' : `-- ${own}\n`;
    count = heading ? 1 : count + 1;
    title = own;
    const known = shown.get(`${name} ${sql}`);
    if (known) return `\n${heading}-- again ${known}\n`;
    shown.set(`${name} ${sql}`, `statement ${count}${variant && ` of „${variant}“`}`);
    return `\n${heading}${layOut(sql)}${isCondition ? '' : ';'}\n`;
  });
  return head + blocks.join('');
}
