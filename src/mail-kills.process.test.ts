import { expect, test } from 'vitest';
import { killWhileMailsLeave } from './mail-kills.fixture.ts';

test('rule 16 kill -9 again and again while mails leave: none is missing, at most one arrives twice for each kill, and under the same Message-ID', async () => {
  const { missing, duplicates, strange, kills } = await killWhileMailsLeave({ mails: 40, kills: 5, seed: 3 });
  expect({ missing, strange }).toEqual({ missing: 0, strange: 0 });
  expect(duplicates).toBeLessThanOrEqual(kills);
});
