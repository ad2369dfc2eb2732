import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { hours, later, minutes } from '../../../platform/clock.ts';
import { linkOf } from '../mail.fixture.ts';
import { deliveryTools } from './delivery.fixture.ts';
import type { ScriptedSmtpOptions, SmtpScript } from './scripted-smtp.fixture.ts';

const { server, post, workerOf, stateOf } = await deliveryTools();

test('5xx at RCPT: refused for good with the server’s words, and the others are not held up', async () => {
  const smtp = await server({
    script: { rcpt: (to) => (to.startsWith('bad') ? '550 5.1.1 <bad@kunde.example>: User unknown' : '250 ok') },
  });
  const at = await post(smtp);
  const good = await at.leaveOne('anna@kunde.example');
  const bad = await at.leaveOne('bad@kunde.example');
  const also = await at.leaveOne('paul@kunde.example');
  const worker = workerOf(at, { smtp: { lines: 1 } });
  await worker.runOnce();

  expect(await Promise.all([good, bad, also].map((id) => stateOf(at, id)))).toEqual(['accepted', 'refused', 'accepted']);
  expect(await at.attempts(bad)).toMatchObject([
    { outcome: 'refused', cause: 'recipient-refused', code: 550, enhancedCode: '5.1.1', answer: '5.1.1 <bad@kunde.example>: User unknown' },
  ]);
  expect((await at.message(bad)).sealedLink).toBeNull();
  expect(smtp.connections()).toBe(1);
  at.clock.turn(hours(24));
  expect(await worker.runOnce()).toBe(false);
});

test('4xx: deferred with the server’s words, tried again after about a minute, then accepted, with one Message-ID', async () => {
  const smtp = await server({ script: { rcpt: () => '451 4.7.1 Greylisted, come back later' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('deferred');
  expect(await at.attempts(id)).toMatchObject([{ outcome: 'deferred', code: 451, answer: '4.7.1 Greylisted, come back later' }]);

  at.clock.turn(minutes(1) - 1);
  expect(await worker.runOnce()).toBe(false);
  smtp.script = {};
  at.clock.turn(1);
  expect(await worker.runOnce()).toBe(true);
  expect(await stateOf(at, id)).toBe('accepted');
  expect((await at.attempts(id)).map(({ outcome }) => outcome)).toEqual(['deferred', 'accepted']);
  expect(smtp.mails).toHaveLength(1);
});

test('a mail that is put off again and again is tried after 1, 5, 30, 120 and 720 minutes and then given up visibly', async () => {
  const smtp = await server({ script: { content: () => '452 4.3.1 disk full' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  const worker = workerOf(at);
  await worker.runOnce();
  for (const pause of [1, 5, 30, 120, 720]) {
    at.clock.turn(minutes(pause) - 1);
    expect(await worker.runOnce()).toBe(false);
    at.clock.turn(1);
    expect(await worker.runOnce()).toBe(true);
  }
  expect(await stateOf(at, id)).toBe('given-up');
  expect(await at.message(id)).toMatchObject({ cause: 'server-deferred', sealedLink: null });
  expect(await at.attempts(id)).toHaveLength(6);
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(new Set(smtp.mails.map(({ raw }) => raw)).size).toBe(1);
});

test('the server hangs after DATA: unknown, then sent again with the same Message-ID and the same working link', async () => {
  const smtp = await server({ script: { content: () => 'hang' } });
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('unknown');
  expect(await at.attempts(id)).toMatchObject([{ outcome: 'unknown', cause: 'timeout' }]);

  smtp.script = {};
  at.clock.turn(minutes(1));
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(smtp.mails).toHaveLength(2);
  expect(smtp.mails[0]?.messageId).toBe(smtp.mails[1]?.messageId);
  expect((await PostalMime.parse(smtp.mails[1]?.raw ?? '')).text).toContain(link.url);
});

test.each<[string, SmtpScript, string, string]>([
  ['drops the connection after DATA', { content: () => 'drop' }, 'unknown', 'connection-lost'],
  ['answers garbage after DATA', { content: () => 'what?' }, 'unknown', 'bad-answer'],
  ['says 421 after DATA', { content: () => '421 4.3.2 shutting down' }, 'deferred', 'server-deferred'],
  ['refuses the content', { content: () => '554 5.7.1 no' }, 'refused', 'content-refused'],
  ['refuses DATA', { data: () => '554 5.5.1 no valid recipients' }, 'refused', 'content-refused'],
  ['says 503 at RCPT', { rcpt: () => '503 5.5.1 out of step' }, 'deferred', 'server-deferred'],
  ['says 421 at MAIL', { mail: () => '421 4.7.0 too many' }, 'deferred', 'server-deferred'],
  ['answers garbage at RCPT', { rcpt: () => 'banana' }, 'deferred', 'bad-answer'],
  ['hangs at RCPT', { rcpt: () => 'hang' }, 'deferred', 'timeout'],
  ['drops the connection at RCPT', { rcpt: () => 'drop' }, 'deferred', 'connection-lost'],
])('a server that %s', async (_, script, outcome, cause) => {
  const smtp = await server({ script });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  await workerOf(at).runOnce();
  expect(await at.attempts(id)).toMatchObject([{ outcome, cause }]);
  expect(await stateOf(at, id)).toBe(outcome);
  expect((await at.setting()).pausedSince).toBeNull();
});

test('one address that makes the server drop the connection holds up nobody', async () => {
  const smtp = await server({ script: { rcpt: (to) => (to.startsWith('poison') ? 'drop' : '250 ok') } });
  const at = await post(smtp);
  const poison = await at.leaveOne('poison@kunde.example');
  const others = await Promise.all(Array.from({ length: 20 }, (_, index) => at.leaveOne(`p${index}@kunde.example`)));
  await workerOf(at, { smtp: { lines: 2 } }).runOnce();
  expect(await Promise.all(others.map((id) => stateOf(at, id)))).toEqual(others.map(() => 'accepted'));
  expect(await stateOf(at, poison)).toBe('deferred');
});

test('the server is away: sending pauses as a whole, nothing is failed or lost, and drains when it is back', async () => {
  const smtp = await server();
  const { port } = smtp;
  const at = await post(smtp);
  await smtp.close();
  const ids = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  const worker = workerOf(at);
  expect(await worker.runOnce()).toBe(false);

  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(['paused', 'paused']);
  expect(await at.setting()).toMatchObject({ pauseCause: 'host-unreachable' });
  expect(await at.attempts()).toEqual([]);
  expect(at.logLines.filter((line) => line.includes('sending mail is paused'))).toHaveLength(1);
  at.clock.turn(minutes(4));
  await worker.runOnce();
  for (let round = 0; round < 24; round++) {
    at.clock.turn(minutes(5));
    expect(await worker.runOnce()).toBe(false);
  }
  expect((await at.messages()).map(({ deferrals, attempts }) => [deferrals, attempts])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(at.logLines.filter((line) => line.includes('sending mail is paused'))).toHaveLength(1);

  const back = await server({ port });
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(back.mails).toHaveLength(2);
  expect(await at.setting()).toMatchObject({ pausedSince: null, pausedUntil: null, pauseCause: null, pauseAnswer: null });
});

test('a paused transport is tried once in five minutes, by one worker of several', async () => {
  const smtp = await server({ script: { greeting: () => '554 5.3.2 not now' } });
  const at = await post(smtp);
  await at.leaveOne('anna@kunde.example');
  const workers = [workerOf(at), workerOf(at), workerOf(at)];
  await workers[0]?.runOnce();
  expect(await at.setting()).toMatchObject({ pauseCause: 'unavailable', pauseAnswer: '5.3.2 not now' });
  expect(smtp.connections()).toBe(1);
  at.clock.turn(minutes(5));
  await Promise.all(workers.map((worker) => worker.runOnce()));
  expect(smtp.connections()).toBe(2);
});

test('the login is refused (535): the transport pauses with an alarm, no mail is failed, and it resumes by itself', async () => {
  const smtp = await server({ offersAuth: true, script: { auth: (user, password) => `535 5.7.8 no ${user} with ${password}` } });
  const at = await post(smtp, 'muster:geheim-123@');
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at);
  await worker.runOnce();
  expect(await at.setting()).toMatchObject({ pauseCause: 'auth-failed', pauseAnswer: '5.7.8 no … with …' });
  expect(JSON.stringify([await at.setting(), at.logLines])).not.toContain('geheim-123');
  expect(await stateOf(at, id)).toBe('paused');
  expect(await at.message(id)).toMatchObject({ attempts: 0, deferrals: 0 });

  smtp.script = {};
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
});

test('rule 18 a server that quotes the line it was sent gives away no login, in no form', async () => {
  const smtp = await server({ offersAuth: true, script: { auth: () => `535 5.7.8 cannot take: ${smtp.commands.at(-1)}` } });
  const at = await post(smtp, 'muster:geheim-1234@');
  await at.leaveOne('anna@kunde.example');
  await workerOf(at).runOnce();
  expect(smtp.commands.at(-1)).toBe(`AUTH PLAIN ${Buffer.from('\0muster\0geheim-1234').toString('base64')}`);
  expect((await at.setting()).pauseAnswer).toBe('5.7.8 cannot take: AUTH PLAIN …');
  expect(at.logLines.join()).not.toContain(Buffer.from('\0muster\0geheim-1234').toString('base64').slice(0, 12));
});

test('at the end of a pause only a mail that the server took or refused proves that sending goes on', async () => {
  const smtp = await server({ script: { mail: () => '553 5.7.1 not your address' } });
  const at = await post(smtp);
  const ids = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  const worker = workerOf(at);
  const round = async () => {
    at.clock.turn(minutes(5));
    await worker.runOnce();
    return (await at.setting()).pausedSince !== null;
  };
  await worker.runOnce();

  smtp.script = { content: () => 'drop' };
  expect(await round()).toBe(true);
  smtp.script = { mail: () => '451 4.3.0 later' };
  expect(await round()).toBe(true);
  expect((await at.messages()).map(({ deferrals }) => deferrals)).toEqual([1, 1]);
  smtp.script = { rcpt: (to) => (to.startsWith('anna') ? '550 5.1.1 no such user' : '250 ok') };
  expect(await round()).toBe(false);
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(['refused', 'accepted']);
});

test('at the end of a pause mails that cannot leave prove nothing, and do not use up the one try', async () => {
  const smtp = await server({ script: { mail: () => '553 5.7.1 not your address' } });
  const at = await post(smtp);
  const [unreadable, paul] = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  const worker = workerOf(at);
  await worker.runOnce();
  await at.db
    .updateTable('message')
    .set({ sealedLink: Buffer.alloc(40) })
    .where('id', '=', unreadable)
    .execute();
  await at.db
    .updateTable('message')
    .set({ nextAttemptAt: later(at.clock.now(), minutes(7)) })
    .where('id', '=', paul)
    .execute();
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect([await stateOf(at, unreadable), (await at.setting()).pauseCause]).toEqual(['given-up', 'sender-refused']);

  const other = await at.leaveOne('eva@kunde.example');
  await at.db
    .updateTable('message')
    .set({ sealedLink: Buffer.alloc(40) })
    .where('id', '=', other)
    .execute();
  smtp.script = {};
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect([await stateOf(at, other), await stateOf(at, paul)]).toEqual(['given-up', 'accepted']);
  expect((await at.setting()).pausedSince).toBeNull();
});

test.each<[string, ScriptedSmtpOptions, string, string]>([
  [
    '454 4.7.0 temporary authentication failure',
    { offersAuth: true, script: { auth: () => '454 4.7.0 try later' } },
    'muster:geheim@',
    'auth-failed',
  ],
  ['a server without AUTH', {}, 'muster:geheim@', 'auth-not-offered'],
  ['530 at MAIL', { script: { mail: () => '530 5.7.0 Authentication required' } }, '', 'auth-required'],
  ['a refused sender', { script: { mail: () => '553 5.7.1 not your address' } }, '', 'sender-refused'],
  ['a greeting that makes no sense', { script: { greeting: () => 'HTTP/1.1 400 Bad Request' } }, '', 'bad-answer'],
  ['a greeting of 421', { script: { greeting: () => '421 4.3.2 busy' } }, '', 'unavailable'],
  ['a silent server', { script: { greeting: () => 'hang' } }, '', 'timeout'],
  ['a server that hangs up', { script: { greeting: () => 'drop' } }, '', 'connection-lost'],
])('the transport pauses, and no mail is failed: %s', async (_, options, user, cause) => {
  const smtp = await server(options);
  const at = await post(smtp, user);
  const id = await at.leaveOne('anna@kunde.example');
  await workerOf(at, { smtp: { limits: { connect: 300, envelope: 300, final: 300 } } }).runOnce();
  expect(await at.setting()).toMatchObject({ pauseCause: cause });
  expect(await at.message(id)).toMatchObject({ deferrals: 0, acceptedAt: null, refusedAt: null, givenUpAt: null, claimedBy: null });
  expect(smtp.mails).toEqual([]);
});

test('a sender that is refused stays one pause: each try at its end prolongs it, and the alarm rings once', async () => {
  const smtp = await server({ script: { mail: () => '553 5.7.1 not your address' } });
  const at = await post(smtp);
  const ids = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  const worker = workerOf(at);
  await worker.runOnce();
  const since = (await at.setting()).pausedSince;
  for (let round = 0; round < 3; round++) {
    at.clock.turn(minutes(5));
    await worker.runOnce();
  }
  expect((await at.setting()).pausedSince).toEqual(since);
  expect(at.logLines.filter((line) => line.includes('sending mail is paused'))).toHaveLength(1);
  smtp.script = {};
  at.clock.turn(minutes(5));
  await worker.runOnce();
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(['accepted', 'accepted']);
});

test('a server that takes only one connection at a time gets all mails over it', async () => {
  let used = 0;
  const smtp = await server({ script: { greeting: () => (++used > 1 ? '421 4.7.0 too many connections' : '220 hello') } });
  const at = await post(smtp);
  const ids = await Promise.all(Array.from({ length: 30 }, (_, index) => at.leaveOne(`p${index}@kunde.example`)));
  await workerOf(at).runOnce();
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(ids.map(() => 'accepted'));
  expect((await at.setting()).pausedSince).toBeNull();
});

test('a server that hangs for one workspace does not hold up another', async () => {
  const [slow, quick] = [await server({ script: { content: () => 'hang' } }), await server()];
  const [one, other] = [await post(slow), await post(quick)];
  await one.leaveOne('anna@kunde.example');
  const worker = workerOf(one, { smtp: { limits: { connect: 2000, envelope: 1000, final: 5_000 }, patience: 200 } });
  await worker.runOnce();
  await other.leaveOne('paul@kunde.example');
  await worker.runOnce();
  expect(quick.mails).toHaveLength(1);
  expect(await one.attempts()).toMatchObject([{ endedAt: null }]);
});

test('a connection that the server has ended meanwhile costs a mail nothing: it goes over a new one in the same try', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const worker = workerOf(at, { smtp: { lines: 1, idle: 60_000 } });
  await at.leaveOne('anna@kunde.example');
  await worker.runOnce();
  let calls = 0;
  smtp.script = { mail: () => (++calls === 1 ? 'drop' : '250 ok') };
  const id = await at.leaveOne('paul@kunde.example');
  await worker.runOnce();
  expect(await at.attempts(id)).toMatchObject([{ number: 1, outcome: 'accepted' }]);
  expect(await at.message(id)).toMatchObject({ deferrals: 0 });
  expect(smtp.connections()).toBe(2);
});

test('a server that goes away in the middle: the mail at hand waits unharmed, the transport pauses', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const worker = workerOf(at, { smtp: { lines: 1 } });
  const ids = [await at.leaveOne('anna@kunde.example'), await at.leaveOne('paul@kunde.example')];
  let closing: Promise<void> = Promise.resolve();
  smtp.script = {
    mail: () => {
      closing = smtp.close();
      return 'drop';
    },
  };
  await worker.runOnce();
  await closing;
  expect(await at.setting()).toMatchObject({ pauseCause: 'host-unreachable' });
  expect(await Promise.all(ids.map((id) => stateOf(at, id)))).toEqual(['paused', 'paused']);
  expect((await at.messages()).map(({ deferrals, claimedBy }) => [deferrals, claimedBy])).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(await at.attempts()).toMatchObject([{ outcome: 'transport-failed', cause: 'host-unreachable' }]);
});
