import type { Facts, Import, SourceFile } from './boundaries.fixture.ts';
import { order } from './modules/order.ts';

/** Answers each breach in one line, the file's path first. */
export type Rule = (files: readonly Facts[]) => string[];

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string) => /\.(test|fixture)\.tsx?$/.test(path);
const isWeb = (path: string) => /^src\/(modules\/[^/]+\/)?web\//.test(path);
const isContract = (path: string) => /\/contract\.ts$/.test(path);
const isPhrases = (path: string) => /\/phrases\.ts$/.test(path);
const place = (name: string) => (order as readonly string[]).indexOf(name);

/** Runs a judgement over every statement that takes something from another file of ours. Tests and fixtures may look everywhere. */
const eachImport =
  (wrong: (from: string, target: string, taken: Import) => boolean): Rule =>
  (files) =>
    files
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, imports }) =>
        imports.filter((taken) => !taken.isPackage && wrong(path, taken.target, taken)).map(({ target }) => `${path} takes ${target}`),
      );

const eachFile =
  (faults: (file: Facts) => string[]): Rule =>
  (files) =>
    files.flatMap((file) => faults(file).map((fault) => `${file.path}: ${fault}`));

const acts = ({ acts: done }: Facts, forbidden: readonly string[]) => forbidden.filter((act) => done.has(act));

const platformKnowsNoModule = eachImport(
  (from, target, { typeOnly }) => from.startsWith('src/platform/') && target.startsWith('src/modules/') && !typeOnly,
);

const modulesKnowOnlyThoseAbove = eachImport((from, target) => {
  const [own, other] = [moduleOf(from), moduleOf(target)];
  if (!own || !other || own === other || isWeb(from)) return false;
  return place(other) === -1 || place(other) >= place(own);
});

/** Where a module is too large for one folder: each folder of it knows only those before it. What lies beside the folders puts them together. */
const folders: Record<string, readonly string[]> = {
  mail: ['template', 'test-mailbox', 'transport', 'setting', 'outbox', 'delivery', 'editor'],
};
const folderOf = (path: string) => /^src\/modules\/([^/]+)\/([^/]+)\//.exec(path)?.slice(1) ?? [];

const foldersKnowOnlyThoseBefore = eachImport((from, target) => {
  const [[own, folder = ''], [other, otherFolder = '']] = [folderOf(from), folderOf(target)];
  if (!own || own !== other || folder === otherFolder || !folders[own] || isWeb(from)) return false;
  const [here, there] = [folders[own].indexOf(folder), folders[own].indexOf(otherFolder)];
  return folder !== '' && otherFolder !== '' && (there === -1 || here === -1 || there > here);
});

/** A contract is taken by a contract: both must be safe for the browser, which an `index.ts` is not. */
const modulesAreEnteredByTheirIndex = eachImport((from, target) => {
  const [own, other] = [moduleOf(from), moduleOf(target)];
  if (!own || !other || own === other) return false;
  if (isWeb(from)) return !isWeb(target) && !isContract(target) && !isPhrases(target);
  return target !== `src/modules/${other}/index.ts` && !(isContract(from) && isContract(target));
});

/** `clock.ts` also holds sums with instants, which are pure; only a clock itself is not to be taken. */
const modelFilesArePure: Rule = (files) => {
  const models = new Set(files.map(({ path }) => path).filter((path) => path === `src/modules/${moduleOf(path)}/${moduleOf(path)}.ts`));
  const ours = eachImport((from, target, { names }) => {
    if (!models.has(from)) return false;
    if (target === 'src/platform/clock.ts') return names.some((name) => /clock$|^\*$/i.test(name));
    return /\/(store|routes|pages|jobs)\.ts$|^src\/platform\/(db|http|jobs)\//.test(target);
  });
  const packages = eachFile(({ path, imports }) =>
    models.has(path)
      ? imports
          .filter(({ target }) => /^(kysely|pg|fastify|@fastify\/.*|nodemailer|node:(fs|net|http|timers).*)$/.test(target))
          .map(({ target }) => target)
      : [],
  );
  return [...ours(files), ...packages(files)];
};

const sqlWords = ['selectFrom', 'insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto'].map((word) => `.${word}()`);
const speaksSql = (path: string) =>
  /^src\/modules\/.*[/-]store\.ts$|^src\/(migrations|platform\/db|platform\/jobs)\//.test(path) || isTest(path);

const onlyStoresSpeakSql = eachFile((file) => {
  if (speaksSql(file.path)) return [];
  const taken = file.imports.filter(
    ({ target, typeOnly, names }) =>
      !typeOnly && ((target === 'kysely' && names.some((name) => name === 'sql' || name === '*')) || target === 'pg'),
  );
  return [...acts(file, sqlWords), ...taken.map(({ target }) => `takes SQL from ${target}`)];
});

const onlyTheEntryReadsTheEnvironment = eachFile((file) => {
  if (isTest(file.path) || ['src/main.ts', 'src/cli.ts'].includes(file.path)) return [];
  const taken = file.imports
    .filter(({ target, names }) => /^(node:)?process$/.test(target) && names.some((name) => ['env', 'argv', '*'].includes(name)))
    .map(({ target }) => `takes the environment from ${target}`);
  return [...acts(file, ['process.env', 'process.argv']), ...taken];
});

const clockAndChance = ['Date.now', 'new Date()', 'Date()', 'Math.random', 'Temporal.Now'];

const modulesReadNoClockAndNoChance = eachFile((file) => (moduleOf(file.path) && !isTest(file.path) ? acts(file, clockAndChance) : []));

const theConsoleTakesOnlyTypesAndContracts = eachImport((from, target, { typeOnly }) => {
  if (!isWeb(from) || isWeb(target)) return false;
  return !typeOnly && !isContract(target) && !isPhrases(target);
});

const theServerTakesNothingFromTheConsole = eachImport((from, target) => !isWeb(from) && isWeb(target));

/** Follows what the console takes into the server's files: none of them may lead to Node or to a library of the server. */
const contractsAreSafeForTheBrowser: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const reach = (path: string): string[] => {
    const file = byPath.get(path);
    if (!file || seen.has(path)) return [];
    seen.add(path);
    return file.imports
      .filter(({ typeOnly }) => !typeOnly)
      .flatMap(({ target, isPackage }) => (isPackage ? (target === 'zod' ? [] : [`${path} takes ${target}`]) : reach(target)));
  };
  return files.filter(({ path }) => !isWeb(path) && (isContract(path) || isPhrases(path))).flatMap(({ path }) => reach(path));
};

const noDefaultExports = eachFile((file) => acts(file, ['export default']));

const openEnds = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`);
/** Files that announce work instead of doing it. */
export const nothingIsPutOff = (files: readonly SourceFile[]) => files.filter(({ text }) => openEnds.test(text)).map(({ path }) => path);

/** Lists of words and sentences are long by nature. */
const isList = (path: string) => /(^|[-/])(phrases|words|sample|data)([-.][^/]*)?\.tsx?$/.test(path);
const lineCount = (text: string) => text.trimEnd().split('\n').length;
const filesStayShort: Rule = eachFile(({ path, text }) => (!isList(path) && lineCount(text) > 400 ? [`${lineCount(text)} lines`] : []));

export const readmesAreShort = (names: readonly string[], readmes: readonly SourceFile[]) =>
  names.flatMap((name) => {
    const text = readmes.find(({ path }) => path === `src/modules/${name}/README.md`)?.text;
    if (text === undefined) return [`${name} has no README.md`];
    return lineCount(text) > 30 ? [`the README.md of ${name} has ${lineCount(text)} lines`] : [];
  });

const first = order[0];
const last = order[order.length - 1] as string;

/** A made-up tree of files: path and text. */
type Made = Record<string, string>;

/** Each rule with made-up files that break it, so that a rule that finds nothing is known to look, and with some that only look like it. */
export const rules: { name: string; rule: Rule; broken: Made[]; kept: Made[] }[] = [
  {
    name: 'the platform knows no module (but its types)',
    rule: platformKnowsNoModule,
    broken: [{ 'src/platform/work.ts': `import { record } from '../modules/${first}/index.ts';` }],
    kept: [{ 'src/platform/work.ts': `import type { Actor } from '../modules/${first}/index.ts';` }],
  },
  {
    name: 'a module knows only the modules above it in the order',
    rule: modulesKnowOnlyThoseAbove,
    broken: [{ [`src/modules/${first}/rename.ts`]: `import type { Late } from '../${last}/index.ts';` }],
    kept: [{ [`src/modules/${last}/rename.ts`]: `import { early } from '../${first}/index.ts';` }],
  },
  {
    name: 'a folder of a large module knows only the folders before it',
    rule: foldersKnowOnlyThoseBefore,
    broken: [
      { 'src/modules/mail/setting/views.ts': `import { maskLink } from '../outbox/link-mask.ts';` },
      { 'src/modules/mail/template/fill.ts': `import type { Row } from '../setting/setting-store.ts';` },
      { 'src/modules/mail/parcel/pack.ts': `import { oneLine } from '../template/wording.ts';` },
    ],
    kept: [
      {
        'src/modules/mail/outbox/views.ts': `import type { Row } from '../setting/setting-store.ts'; import { maskLink } from './link-mask.ts';`,
      },
      { 'src/modules/mail/routes.ts': `import { outboxHandlers } from './outbox/routes.ts';` },
      { 'src/modules/mail/outbox/views.ts': `import { messageState } from '../mail.ts';` },
      { 'src/modules/mail/setting/views.test.ts': `import { maskLink } from '../outbox/link-mask.ts';` },
    ],
  },
  {
    name: 'a module is entered by its index.ts only',
    rule: modulesAreEnteredByTheirIndex,
    broken: [
      { [`src/modules/${last}/rename.ts`]: `import type { Row } from '../${first}/store.ts';` },
      { [`src/modules/${last}/late.ts`]: `export const late = () => import('../${first}/store.ts');` },
      { [`src/modules/${last}/later.ts`]: `export type Late = import('../${first}/store.ts').Row;` },
      { [`src/modules/${last}/again.ts`]: `export * from '../${first}/store.ts';` },
      { [`src/modules/${last}/web/page.tsx`]: `import type { Row } from '../../${first}/index.ts';` },
    ],
    kept: [
      { [`src/modules/${last}/rename.ts`]: `import type { Row } from '../${first}/index.ts';` },
      { [`src/modules/${last}/contract.ts`]: `import { View } from '../${first}/contract.ts';` },
      { [`src/modules/${last}/web/page.tsx`]: `import { View } from '../../${first}/contract.ts';` },
      { [`src/modules/${last}/web/page.tsx`]: `import { Row } from '../../${first}/web/row.tsx';` },
      { [`src/modules/${last}/rename.test.ts`]: `import { insertRow } from '../${first}/store.ts';` },
    ],
  },
  {
    name: 'a model file is pure: no database, no HTTP, no clock',
    rule: modelFilesArePure,
    broken: [
      { [`src/modules/${first}/${first}.ts`]: `import type { Row } from './store.ts';` },
      { [`src/modules/${first}/${first}.ts`]: `import { systemClock } from '../../platform/clock.ts';` },
      { [`src/modules/${first}/${first}.ts`]: `import type { Selectable } from 'kysely';` },
    ],
    kept: [
      { [`src/modules/${first}/${first}.ts`]: `import type { Id } from '../../platform/id.ts';` },
      { [`src/modules/${first}/${first}.ts`]: `import { dayIn, later } from '../../platform/clock.ts';` },
      { [`src/modules/${first}/rename.ts`]: `import { saveRow } from './store.ts';` },
    ],
  },
  {
    name: 'only stores, migrations and the database platform speak SQL',
    rule: onlyStoresSpeakSql,
    broken: [
      { [`src/modules/${first}/rename.ts`]: `export const rename = (tx) => tx.updateTable('x').set({});` },
      { [`src/modules/${first}/list.ts`]: `import { sql as raw } from 'kysely';` },
      { 'src/app.ts': `import pg from 'pg';` },
    ],
    kept: [
      { [`src/modules/${first}/store.ts`]: `import { sql } from 'kysely'; export const rename = (tx) => tx.updateTable('x');` },
      { [`src/modules/${first}/list.ts`]: `import type { Kysely } from 'kysely';` },
    ],
  },
  {
    name: 'only main.ts and cli.ts read the environment and the arguments',
    rule: onlyTheEntryReadsTheEnvironment,
    broken: [
      { 'src/app.ts': 'export const port = process.env.PORT;' },
      { 'src/app.ts': 'const { argv } = process;' },
      { 'src/app.ts': `import { env } from 'node:process';` },
      { 'src/app.ts': `import * as machine from 'node:process';` },
    ],
    kept: [
      { 'src/main.ts': 'export const port = process.env.PORT;' },
      { 'src/app.ts': `import process, { pid } from 'node:process'; export const id = process.pid; // not process.env` },
    ],
  },
  {
    name: 'nothing in a module reads the clock or chance by itself',
    rule: modulesReadNoClockAndNoChance,
    broken: [
      { [`src/modules/${first}/a.ts`]: 'export const now = () => Date.now();' },
      { [`src/modules/${first}/a.ts`]: 'export const now = () => new Date();' },
      { [`src/modules/${first}/web/a.tsx`]: 'export const dice = Math.random;' },
    ],
    kept: [
      { [`src/modules/${first}/a.ts`]: 'export const start = new Date(0);' },
      { 'src/platform/clock.ts': 'export const now = () => new Date();' },
    ],
  },
  {
    name: 'the console takes types, contracts and phrases from the server, nothing else',
    rule: theConsoleTakesOnlyTypesAndContracts,
    broken: [
      { [`src/modules/${first}/web/page.tsx`]: `import { list } from '../list.ts';` },
      { 'src/web/main.tsx': `import { type Page } from '../platform/http/list-page.ts';` },
    ],
    kept: [
      { [`src/modules/${first}/web/page.tsx`]: `import type { List } from '../list.ts';` },
      {
        [`src/modules/${first}/web/page.tsx`]: `import { View } from '../contract.ts'; import { say } from '../../../platform/phrases.ts';`,
      },
    ],
  },
  {
    name: 'the server takes nothing from the console',
    rule: theServerTakesNothingFromTheConsole,
    broken: [{ 'src/app.ts': `import { theme } from './web/theme.ts';` }],
    kept: [{ 'src/web/main.tsx': `import { theme } from './theme.ts';` }],
  },
  {
    name: 'contracts and phrases are safe for the browser, with all that they take',
    rule: contractsAreSafeForTheBrowser,
    broken: [
      {
        [`src/modules/${first}/contract.ts`]: `import { newId } from '../../platform/id.ts';`,
        'src/platform/id.ts': `import { randomBytes } from 'node:crypto';`,
      },
    ],
    kept: [{ [`src/modules/${first}/contract.ts`]: `import { z } from 'zod'; import type { Id } from '../../platform/id.ts';` }],
  },
  {
    name: 'exports have names',
    rule: noDefaultExports,
    broken: [{ 'src/a.ts': 'export default 1;' }, { 'src/a.ts': 'const a = 1; export { a as default };' }],
    kept: [{ 'src/a.ts': 'export const a = 1;' }],
  },
  {
    name: 'no file has more than 400 lines',
    rule: filesStayShort,
    broken: [{ 'src/a.ts': 'export {};\n'.repeat(401) }],
    kept: [{ 'src/a.ts': 'export {};\n'.repeat(400) }, { 'src/platform/words-de.ts': 'export {};\n'.repeat(401) }],
  },
];
