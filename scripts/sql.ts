import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeStatements, isSamples, recordStatements, type Statement } from '../src/platform/db/statements.ts';

const root = join(import.meta.dirname, '..');

/** A store, its path from the top of the checkout, the functions that it exports, and what each of them asks the database. */
export type Store = { path: string; functions: string[]; statements: Statement[] };

/** Every store of the server; those of the console hold no SQL. One whose samples are missing has no statements. */
export async function readStores(): Promise<Store[]> {
  const paths = globSync('src/modules/**/{store,*-store}.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const ofServer = paths.filter((path) => !path.includes('/web/'));
  return Promise.all(ofServer.sort().map(readStore));
}

async function readStore(path: string): Promise<Store> {
  const samplesPath = path.replace(/\.ts$/, '.samples.ts');
  const exported = Object.entries(await importFile(path));
  const { samples } = existsSync(join(root, samplesPath)) ? await importFile(samplesPath) : {};
  return {
    path,
    functions: exported.filter(([, value]) => typeof value === 'function').map(([name]) => name),
    statements: isSamples(samples) ? await recordStatements(samples) : [],
  };
}

async function importFile(path: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ pathToFileURL(join(root, path)).href);
}

/** The file beside a store. */
export const sqlPathOf = ({ path }: Pick<Store, 'path'>): string => path.replace(/\.ts$/, '.sql');

export const sqlOf = ({ path, statements }: Store): string => describeStatements(path.slice(path.lastIndexOf('/') + 1), statements);

/** What is committed now; empty where the file is missing. */
export const committedSqlOf = (store: Pick<Store, 'path'>): string => {
  const file = join(root, sqlPathOf(store));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

if (import.meta.main) {
  for (const store of await readStores()) {
    if (sqlOf(store) === committedSqlOf(store)) continue;
    writeFileSync(join(root, sqlPathOf(store)), sqlOf(store));
    console.log(sqlPathOf(store));
  }
}
