import { expect, test } from 'vitest';
import { formatDuration, longestLifetime, parseLifetime } from './duration.ts';
import { readSettings } from './settings.ts';

const noFiles = () => '';

test('rule 24 a lifetime in the settings accepts seconds; one that is too short or too long is a mistake like any other, with its bounds', () => {
  const environment = { PFORTE_LIFETIME_SET_PASSWORD: '2s', PFORTE_LIFETIME_SESSION: '90d' };
  expect(readSettings(environment, noFiles)).toMatchObject({ settings: { lifetimeSetPassword: 2000, lifetimeSession: 7_776_000_000 } });
  const mistaken = { PFORTE_LIFETIME_RESET: '0s', PFORTE_LIFETIME_INVITATION: '999999d', PFORTE_LIFETIME_IMPERSONATION: '31m' };
  expect(readSettings(mistaken, noFiles)).toEqual({
    mistakes: [
      'PFORTE_LIFETIME_RESET=0s: expected a length of time like 48h, 7d, 30m, 2s, from 1s to 7d.',
      'PFORTE_LIFETIME_INVITATION=999999d: expected a length of time like 48h, 7d, 30m, 2s, from 1s to 365d.',
      'PFORTE_LIFETIME_IMPERSONATION=31m: expected a length of time like 48h, 7d, 30m, 2s, from 1s to 30m.',
    ],
  });
});

test('every lifetime may be as long as it is said to be, and no default is longer', () => {
  const read = readSettings({}, noFiles);
  const settings = 'settings' in read ? read.settings : undefined;
  expect(settings).toBeDefined();
  for (const [name, longest] of Object.entries(longestLifetime)) {
    const length = parseLifetime(longest, name as keyof typeof longestLifetime);
    expect(length && formatDuration(length)).toBe(longest);
    const setting =
      name === 'resendCooldown'
        ? settings?.resendCooldown
        : Object.entries(settings ?? {}).find(([key]) => key.toLowerCase() === `lifetime${name.toLowerCase()}`)?.[1];
    expect(setting, name).toBeLessThanOrEqual(length ?? 0);
  }
});
