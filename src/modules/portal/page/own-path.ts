/** Pages that nobody is sent to after signing in: the way in itself, and links that somebody else may have chosen. */
const notAfterSignIn = new Set(['sign-in', 'sign-out', 'link', 'acting', 'forgot-password']);

const segment = /^[A-Za-z0-9_-][A-Za-z0-9._~-]*$/;
const query = /^(?:[A-Za-z0-9._~=&-]|%[0-9A-Fa-f]{2})*$/;

/**
 * Where to go after signing in: the wished-for path if it is one of this portal's own, else `undefined` (rule 19). It names what is allowed instead of
 * what is not: `/slug/`, then plain segments without escapes, then a plain query. What a browser could read in two ways is not among that.
 */
export function ownPath(next: unknown, slug: string): string | undefined {
  if (typeof next !== 'string' || next.length > 500) return undefined;
  const [path = '', search, ...more] = next.split('?');
  if (more.length || (search !== undefined && !query.test(search))) return undefined;
  if (!path.startsWith(`/${slug}/`)) return undefined;

  const segments = path.slice(slug.length + 2).split('/');
  const isHome = segments.length === 1 && segments[0] === '';
  if (!isHome && !segments.every((part) => segment.test(part))) return undefined;
  return notAfterSignIn.has(segments[0] ?? '') ? undefined : next;
}
