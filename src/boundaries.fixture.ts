import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** A file of the project, its path relative to the root and with slashes. */
export type SourceFile = { path: string; text: string };

/** What one statement takes from another file. `target` is a path like a file's, or the name of a package. */
export type Import = { target: string; isPackage: boolean; typeOnly: boolean; names: string[] };

/** What a file does, as far as the rules ask for it. Each act is named as it would be written: `Date.now()`, `process.env`, `.selectFrom()`. */
export type Facts = { path: string; text: string; imports: Import[]; acts: Set<string> };

const root = join(import.meta.dirname, '..');

/** Every TypeScript file below `src/`. */
export const readSources = (): SourceFile[] => readFiles('src/**/*.{ts,tsx}');

export const readFiles = (pattern: string | string[]): SourceFile[] =>
  globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

export const factsOf = (files: readonly SourceFile[]): Facts[] => files.map(factsOfFile);

function factsOfFile({ path, text }: SourceFile): Facts {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const acts = new Set<string>();
  const take = (source: string, typeOnly: boolean, names: string[] = []) =>
    imports.push({ ...resolveTarget(path, source), typeOnly, names });

  new Visitor({
    ImportDeclaration: (node) => take(node.source.value, node.importKind === 'type', node.specifiers.map(importedName)),
    ExportAllDeclaration: (node) => take(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source)
        take(
          node.source.value,
          node.exportKind === 'type',
          node.specifiers.map(({ local }) => nameOf(local)),
        );
      if (node.specifiers.some(({ exported }) => nameOf(exported) === 'default')) acts.add('export default');
    },
    ExportDefaultDeclaration: () => acts.add('export default'),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') take(source.value, false);
    },
    TSImportType: ({ source }) => take(source.value, true),
    MemberExpression: (node) => acts.add(memberName(node)),
    VariableDeclarator: ({ id, init }) => {
      if (init?.type !== 'Identifier' || id.type !== 'ObjectPattern') return;
      for (const property of id.properties) if (property.type === 'Property') acts.add(`${init.name}.${nameOf(property.key)}`);
    },
    CallExpression: ({ callee }) => {
      if (callee.type === 'MemberExpression') acts.add(`.${memberName(callee).split('.').at(-1)}()`);
      if (callee.type === 'Identifier') acts.add(`${callee.name}()`);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier') acts.add(`new ${callee.name}(${given.length > 0 ? '…' : ''})`);
    },
  }).visit(program);
  return { path, text, imports, acts };
}

function resolveTarget(from: string, source: string): Pick<Import, 'target' | 'isPackage'> {
  const isPackage = !source.startsWith('.');
  return { isPackage, target: isPackage ? source : posix.join(dirname(from), source.replace(/\?.*$/, '')) };
}

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

function memberName(node: ESTree.MemberExpression): string {
  const object = node.object.type === 'Identifier' ? node.object.name : '';
  return `${object}.${nameOf(node.property)}`;
}

/** The name that an identifier or a quoted property has; empty where it is only known at run time. */
function nameOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  return '';
}
