const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a length of time like `48h`, `7d`, `30m`, `2s`; the answer is in milliseconds, `undefined` where it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  const length = Number(match[1]) * unit[match[2] as keyof typeof unit];
  return length > 0 ? length : undefined;
}

/** Writes a length of time the way `parseDuration` reads it, in the largest unit that fits without a rest. */
export function formatDuration(milliseconds: number): string {
  const name = (['d', 'h', 'm'] as const).find((candidate) => milliseconds % unit[candidate] === 0) ?? 's';
  return `${Math.round(milliseconds / unit[name])}${name}`;
}

/** No lifetime is shorter: zero would make links that never work. */
export const shortestLifetime = '1s';

/**
 * The longest that each lifetime may be, in the settings and in a workspace. Links to a password are short-lived secrets (OWASP Forgot Password Cheat Sheet);
 * browsers keep no cookie for more than 400 days (RFC 6265bis); acting as a person ends after 30 minutes (rule 26).
 */
export const longestLifetime = {
  setPassword: '30d',
  welcome: '30d',
  activation: '90d',
  reset: '7d',
  emailChange: '30d',
  invitation: '365d',
  session: '90d',
  sessionRemembered: '400d',
  impersonation: '30m',
  resendCooldown: '1d',
} as const;

/** Reads a length of time that is neither shorter nor longer than a lifetime of this name may be. */
export function parseLifetime(text: string, name: keyof typeof longestLifetime): number | undefined {
  const length = parseDuration(text);
  return length === undefined || length > (parseDuration(longestLifetime[name]) ?? 0) ? undefined : length;
}
