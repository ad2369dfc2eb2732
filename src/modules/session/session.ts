import type { Id } from '../../platform/id.ts';
import type { AccountId, AccountKind } from '../account/index.ts';
import type { Workspace } from '../workspace/index.ts';

export type SessionId = Id<'session'>;

/** One device that is signed in. A row on the server, addressed by a random secret of which only the hash is stored (rule 7). */
export type Session = {
  id: SessionId;
  accountId: AccountId;
  remembered: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  /** What the browser says it is, for the list of devices. */
  device: string;
  network: string;
  /** The contact in whose name the person looks at a portal; `null`: they have not chosen. */
  contactId: Id<'contact'> | null;
  /** One of ours acts as the person; such a session is none of the person's own devices. */
  impersonationId: Id<'impersonation'> | null;
};

/** Which sessions a cookie can stand for: `acting` are those of users who act as a person. */
export type SessionKind = AccountKind | 'acting';

/** A session is prolonged at most once a minute, so that reading pages does not write rows. */
export const prolongAfter = 60_000;

/** How many seconds a browser keeps the cookie of a session, counted from its last use; `undefined`: until it is closed. */
export const cookieSeconds = ({ lifetimes }: Pick<Workspace, 'lifetimes'>, remembered: boolean): number | undefined =>
  remembered ? lifetimes.sessionRemembered / 1000 : undefined;

/** „Firefox, Windows“: enough to recognise one's own device, from a `User-Agent`. */
export function deviceName(userAgent: string): string {
  // Edge calls itself Chrome and Safari before it comes to its own name, and so does Android with Linux.
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => new RegExp(`${name}[/ ]`).test(userAgent));
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux', 'CrOS'].find((name) => userAgent.includes(name));
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS', CrOS: 'ChromeOS' };
  const parts = [browser, system].flatMap((part) => (part ? [names[part] ?? part] : []));
  return parts.join(', ') || userAgent.slice(0, 60) || '–';
}
