import { expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { firstAreas } from './first-areas.ts';
import { mustHaveFreeAddresses, reservedAreaKeys, reservedSlugs } from './portal.ts';

function refusalOf(slug: string, ...keys: string[]) {
  try {
    mustHaveFreeAddresses(
      { slug },
      keys.map((key) => ({ key })),
    );
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

test.each(['profile', 'sign-in', 'sign-out', 'forgot-password', 'link', 'register', 'team'])(
  'an area cannot take the address of a page that every portal has: %s',
  (key) => {
    const refusal = refusalOf('kunden', 'rechnungen', key);
    expect(refusal).toMatchObject({ code: 'portal.reserved-area', kind: 'invalid' });
    expect(refusal?.sentence('de')).toContain(`„${key}“`);
    expect(refusal?.sentence('en')).toContain(`“${key}”`);
  },
);

test.each(reservedSlugs)('a portal cannot take an address of the server itself: /%s/', (slug) => {
  expect(refusalOf(slug)).toMatchObject({ code: 'portal.reserved-slug', kind: 'invalid' });
});

test('the portal that every workspace starts with has free addresses, and so has a word that only begins like a taken one', () => {
  const keys = firstAreas.customer.map(({ key }) => key);
  expect(refusalOf('kunden', ...keys, 'profile-photos', 'links')).toBeUndefined();
});

test('every page that the server has is known here: no area and no portal can be laid over it', async () => {
  const app = await testApp();
  const tree = app.server.printRoutes({ commonPrefix: false });
  const paths = pathsIn(tree);
  const second = paths.flatMap((path) => /^\/:slug\/([a-z][^/:]*)/.exec(path)?.[1] ?? []);
  expect(second).toContain('sign-in');
  expect(second.filter((name) => !reservedAreaKeys.includes(name))).toEqual([]);
  const first = paths.flatMap((path) => /^\/([a-z][^/:*]*)/.exec(path)?.[1] ?? []);
  expect(first).toContain('console');
  expect(first.filter((name) => !reservedSlugs.includes(name))).toEqual([]);
});

/** The paths of the tree that Fastify prints: four columns for each step down. */
function pathsIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, branch, part] = /^([│├└─ ]*)(\S+)/.exec(line) ?? [];
    if (branch === undefined || part === undefined) return [];
    const depth = Math.floor(branch.length / 4);
    above.length = depth;
    above[depth] = part;
    return [above.slice(0, depth + 1).join('')];
  });
}
