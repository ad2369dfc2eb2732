import { hashSync } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { isRefusal } from '../../platform/refusal.ts';
import { createPasswordHasher } from './hash.ts';
import { hashJudgedPassword } from './hash-judged-password.ts';

const hasher = createPasswordHasher();
const password = 'korrekt pferd batterie klammer';

test('rule 25 a password is stored as argon2id with 19 MiB and two passes, salted each time', async () => {
  const [one, other] = await Promise.all([hasher.hash(password), hasher.hash(password)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await hasher.verify(password, one)).toEqual({ matches: true, outdated: false });
  expect(await hasher.verify(`${password}.`, one)).toEqual({ matches: false, outdated: false });
  expect(await hasher.verify(password.toUpperCase(), one)).toEqual({ matches: false, outdated: false });
});

test('the same keys match, whether the system types ü as one character or as two', async () => {
  const stored = await hasher.hash('Nebel u\u0308ber dem Fluss');
  expect(await hasher.verify('Nebel \u00fcber dem Fluss', stored)).toMatchObject({ matches: true });
});

test('rule 9 nobody’s password never matches, not even the empty one', async () => {
  for (const typed of [password, '', 'x'.repeat(256)])
    expect(await hasher.verify(typed, null)).toEqual({ matches: false, outdated: false });
});

test('rule 9 the work for nobody’s password is the work for somebody’s, also for input that no password can be', async () => {
  const stored = await hasher.hash(password);
  const work = async (typed: string, hash: string | null) => {
    const before = process.cpuUsage();
    for (let round = 0; round < 12; round++) await hasher.verify(typed, hash);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await work(password, stored);
  const known = await work(password, stored);
  for (const unknown of [await work(password, null), await work('x'.repeat(5000), null), await work('\ud800', stored)]) {
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  }
});

test('what cannot be a password matches nothing, though its bytes after replacement might', async () => {
  const stored = hashSync('\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  expect(await hasher.verify('\ud800'.repeat(8), stored)).toEqual({ matches: false, outdated: false });
  const ofNothing = hashSync('', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  expect(await hasher.verify('\ud800'.repeat(8), ofNothing)).toEqual({ matches: false, outdated: false });
  expect(() => hasher.hash('\ud800'.repeat(12))).toThrow(/malformed/);
});

test('rule 25 a hash with other parameters matches and is called outdated, a wrong password is not', async () => {
  for (const parameters of [{ memoryCost: 4096 }, { timeCost: 3 }, { algorithm: 1 }, { parallelism: 2 }, { outputLen: 16 }]) {
    const stored = hashSync(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, ...parameters });
    expect(await hasher.verify(password, stored)).toEqual({ matches: true, outdated: true });
    expect(await hasher.verify('another one', stored)).toEqual({ matches: false, outdated: false });
  }
});

test('a stored hash that is none is an error and no sign-in (rule 23)', async () => {
  await expect(hasher.verify(password, 'plain text')).rejects.toThrow();
});

test('too many at once are told when to come back, everybody before them is served', async () => {
  const small = createPasswordHasher({ threads: 1, waiting: 2 });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => small.verify(password, null)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  for (const { reason } of refused) {
    expect(isRefusal(reason, 'password.busy') && reason.kind).toBe('unavailable');
    expect(reason.detail.retryAfterSeconds).toBeGreaterThan(0);
  }
  expect(await small.verify(password, null)).toMatchObject({ matches: false });
});

test('rule 25 a password is judged before it is hashed, and the refusal names the field', async () => {
  const context = { minimumLength: 12, words: ['Muster Energie'] };
  const refused = hashJudgedPassword(hasher, 'MusterEnergie2026', context, '/newPassword');
  await expect(refused).rejects.toMatchObject({ code: 'password.contains-context', detail: { pointer: '/newPassword' } });
  expect(await hasher.verify(password, await hashJudgedPassword(hasher, password, context))).toMatchObject({ matches: true });
});
