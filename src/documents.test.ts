import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = globSync(['*.md', 'docs/*.md', 'src/modules/*/README.md'], { cwd: root }).sort();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What a document points to within the repository: links and pictures, as Markdown and as HTML. */
const targetsOf = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((target) => !/^https?:/.test(target));

/** The names that GitHub and its like give to headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

function isThere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path ? join(dirname(document), path) : document;
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

test.each(documents)('every link and picture of %s leads somewhere', (document) => {
  expect(targetsOf(read(document)).filter((target) => !isThere(document, target))).toEqual([]);
});

test('a link that leads nowhere is noticed', () => {
  expect(targetsOf('[a](b.md) ![c](d.png) <img src="e.png"> [f](https://example.com)')).toEqual(['b.md', 'd.png', 'e.png']);
  expect(isThere('README.md', 'docs/operators.md#where-it-runs')).toBe(true);
  expect(isThere('README.md', 'docs/operators.md#where-it-walks')).toBe(false);
  expect(isThere('README.md', 'docs/nowhere.md')).toBe(false);
});

test('docs/architecture.md names every library with the version that package.json has', () => {
  const text = read('docs/architecture.md');
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const libraries = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => !name.startsWith('@types/'));
  expect(libraries.filter(([name, version]) => !text.includes(`\`${name}\` ${version}`)).map(([name]) => name)).toEqual([]);
});
