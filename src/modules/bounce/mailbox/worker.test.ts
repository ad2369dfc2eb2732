import { afterEach, expect, test } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { vault } from '../../mail/mail.fixture.ts';
import { bounceTools, reportOn, typedMailbox } from '../bounce.fixture.ts';
import { changeBounceSetting } from '../bounce-setting.ts';
import { ours } from '../reading/bounces.fixture.ts';
import { type ScriptedImap, startScriptedImap } from './scripted-imap.fixture.ts';

const { openPost, sentMail, kept, mailbox, setUp, worker } = await bounceTools();
const opened: ScriptedImap[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function imap(options = {}): Promise<ScriptedImap> {
  const server = await startScriptedImap(options);
  opened.push(server);
  return server;
}

const person = Buffer.from(`From: anna@kunde.example\r\nSubject: AW: Passwort\r\nIn-Reply-To: ${ours.messageId}\r\n\r\nDanke\r\n`);
const fetched = ({ commands }: ScriptedImap) => commands.filter((command) => command.startsWith('UID FETCH')).length;

test('reports are read, take effect and stay as read; mails of people are left alone', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { id, messageId } = await sentMail(at);
  server.deliver(person);
  server.deliver(reportOn(messageId));
  await setUp(at, server);
  const reader = worker(at);
  expect(await reader.runOnce()).toBe(false);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
  expect(server.folder.mails.map(({ flags }) => [...flags])).toEqual([[], ['\\Seen']]);
  expect(await kept(at)).toMatchObject([{ way: 'mailbox', outcome: 'recorded' }]);
  expect(await mailbox(at)).toMatchObject({ uidValidity: 700, lastUid: 2, failure: null, claimedBy: null, lastReadAt: at.clock.now() });

  await reader.runOnce();
  expect(fetched(server)).toBe(2);
  at.clock.turn(minutes(5));
  await reader.runOnce();
  expect([fetched(server), server.connections()]).toEqual([2, 2]);
});

test('where reports are to be deleted, only reports are', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { messageId } = await sentMail(at);
  server.deliver(person);
  server.deliver(reportOn(messageId));
  server.deliver(reportOn('<foreign@evil.example>'));
  await setUp(at, server, { afterReading: 'delete' });
  await worker(at).runOnce();
  expect(server.folder.mails.map(({ uid }) => uid)).toEqual([1]);
});

test('two servers read one mailbox once', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { messageId } = await sentMail(at);
  for (let number = 1; number <= 5; number += 1) server.deliver(reportOn(messageId, undefined, {}, number));
  await setUp(at, server);
  const readers = Array.from({ length: 6 }, () => worker(at));
  await Promise.all(readers.map(({ runOnce }) => runOnce()));
  expect([server.connections(), fetched(server)]).toEqual([1, 5]);
});

test('a crash loses nothing: the next server reads the same mails again, and it counts once', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { messageId } = await sentMail(at);
  server.deliver(reportOn(messageId));
  server.deliver(reportOn('<foreign@evil.example>', undefined, {}, 2));
  await setUp(at, server, { afterReading: 'delete' });
  at.events.length = 0;
  // The line breaks after the effect and before the report is deleted, as it does when a server dies.
  server.script.store = () => 'drop';
  await worker(at).runOnce();
  expect(await mailbox(at)).toMatchObject({ lastUid: 0, failure: 'connection-lost' });
  server.script = {};
  at.clock.turn(minutes(5));
  await worker(at).runOnce();
  expect(at.events.map(({ name }) => name)).toEqual(['message.bounced', 'bounce.unmatched']);
  expect(await kept(at)).toHaveLength(2);
  expect(server.folder.mails).toEqual([]);
  expect(await mailbox(at)).toMatchObject({ lastUid: 2, failure: null });
});

test('a claim that was not given back runs out', async () => {
  const [at, server] = [await openPost(), await imap()];
  await setUp(at, server);
  await at.db
    .updateTable('bounceMailbox')
    .set({ claimedBy: at.workspace.id, claimedUntil: new Date(at.clock.now().getTime() + 5000) })
    .where('workspaceId', '=', at.workspace.id)
    .execute();
  await worker(at).runOnce();
  expect(server.connections()).toBe(0);
  at.clock.turn(5000);
  await worker(at).runOnce();
  expect(server.connections()).toBe(1);
});

test('a folder with new numbers (UIDVALIDITY) is read from its beginning, without a second effect', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { messageId } = await sentMail(at);
  server.deliver(reportOn('<foreign@evil.example>', undefined, {}, 2));
  await setUp(at, server);
  await worker(at).runOnce();
  server.folder.mails.unshift({ uid: 0, raw: reportOn(messageId), flags: new Set() });
  server.renumber();
  at.clock.turn(minutes(5));
  await worker(at).runOnce();
  expect((await kept(at)).map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'unknown-message']);
  expect(await mailbox(at)).toMatchObject({ uidValidity: 701, lastUid: 2 });
});

test('many mails are read in several visits, one after the other', async () => {
  const [at, server] = [await openPost(), await imap()];
  for (let number = 1; number <= 7; number += 1) server.deliver(reportOn('<foreign@evil.example>', undefined, {}, number));
  await setUp(at, server);
  const reader = worker(at, { batch: 3 });
  expect([await reader.runOnce(), await reader.runOnce(), await reader.runOnce()]).toEqual([true, true, false]);
  expect(fetched(server)).toBe(7);
  expect(await kept(at)).toHaveLength(7);
});

test('rule 23 a mailbox that fails says since when and why, is told once in the log, keeps its position and recovers by itself', async () => {
  const [at, server] = [await openPost(), await imap()];
  await setUp(at, server);
  server.deliver(person);
  const reader = worker(at);
  await reader.runOnce();
  server.script.login = () => 'NO [AUTHENTICATIONFAILED] drei Eimer Kies is wrong';
  const since = new Date(at.clock.now().getTime() + minutes(5));
  for (let round = 0; round < 3; round += 1) {
    at.clock.turn(minutes(5));
    await reader.runOnce();
  }
  expect(await mailbox(at)).toMatchObject({ failure: 'auth-failed', failureAnswer: '… is wrong', failedSince: since, lastUid: 1 });
  expect(at.logLines.filter((line) => line.includes('cannot be read'))).toHaveLength(1);
  expect(at.logLines.join()).not.toContain('Eimer');
  server.script = {};
  at.clock.turn(minutes(5));
  await reader.runOnce();
  expect(await mailbox(at)).toMatchObject({ failure: null, failedSince: null, lastUid: 1 });
});

test.each([
  ['search', 'NO [UNAVAILABLE] later', 'bad-answer'],
  ['search', 'drop', 'connection-lost'],
  ['fetch', 'NO [UNAVAILABLE] later', 'bad-answer'],
  ['fetch', 'drop', 'connection-lost'],
  ['store', 'NO [UNAVAILABLE] later', 'bad-answer'],
] as const)('a failure is never taken for an empty mailbox: %s answered with „%s“', async (step, reply, failure) => {
  const [at, server] = [await openPost(), await imap()];
  server.deliver(reportOn('<foreign@evil.example>'));
  await setUp(at, server);
  server.script[step] = () => reply;
  await worker(at).runOnce();
  expect(await mailbox(at)).toMatchObject({ failure, lastUid: 0, lastReadAt: null });
  server.script = {};
  at.clock.turn(minutes(5));
  await worker(at).runOnce();
  expect(await kept(at)).toHaveLength(1);
  expect(await mailbox(at)).toMatchObject({ failure: null, lastUid: 1 });
});

test('a mail that cannot be read does not hold up the others', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { id, messageId } = await sentMail(at);
  server.deliver(Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 91) % 256)));
  server.deliver(Buffer.alloc(0));
  server.deliver(reportOn(messageId));
  await setUp(at, server);
  await worker(at).runOnce();
  expect((await at.message(id)).bouncedAt).not.toBeNull();
});

test('an error of ours is not taken for one of the mailbox: nothing is marked as read', async () => {
  const [at, server] = [await openPost(), await imap()];
  server.deliver(reportOn('<foreign@evil.example>'));
  await setUp(at, server);
  const broken = worker({ ...at, perform: () => Promise.reject(new Error('the database is away')) });
  expect(await broken.runOnce()).toBe(false);
  expect(await mailbox(at)).toMatchObject({ lastUid: 0, failure: null });
  expect(server.folder.mails[0]?.flags.size).toBe(0);
  at.clock.turn(minutes(5));
  await worker(at).runOnce();
  expect(await kept(at)).toHaveLength(1);
});

test('what somebody changes during a visit counts at once: nothing is deleted any more, and what was not read yet is read by the new settings', async () => {
  const [at, server] = [await openPost(), await imap()];
  const { id, messageId } = await sentMail(at);
  server.deliver(reportOn('<foreign@evil.example>'));
  server.deliver(reportOn(messageId, undefined, {}, 2));
  await setUp(at, server, { afterReading: 'delete' });
  let changed = false;
  const during = worker({
    ...at,
    perform: async (useCase) => {
      const done = await at.perform(useCase);
      if (!changed) await setUp(at, server, { afterReading: 'keep' });
      changed = true;
      return done;
    },
  });
  expect(await during.runOnce()).toBe(false);
  expect(server.folder.mails.map(({ flags }) => [...flags])).toEqual([[], []]);
  expect((await at.message(id)).bouncedAt).toBeNull();
  expect(await mailbox(at)).toMatchObject({ lastUid: 0, claimedBy: null });
  await worker(at).runOnce();
  expect(server.folder.mails.map(({ flags }) => [...flags])).toEqual([['\\Seen'], ['\\Seen']]);
  expect((await at.message(id)).bouncedAt).not.toBeNull();
});

test('sub-addresses: mails carry their tag once a mail to such an address has come in, and not before', async () => {
  const [at, server] = [await openPost(), await imap()];
  await setUp(at, server, { subAddresses: true });
  const probe = (await at.messages()).at(-1);
  expect(probe).toMatchObject({
    templateKey: 'test',
    recipientAddress: expect.stringMatching(/^bounces\+[0-9a-v]{39}@portal\.example\.com$/),
  });
  expect((await at.setting()).returnPathTags).toBe(false);
  server.deliver(Buffer.from(`To: bounces+${'0'.repeat(39)}@portal.example.com\r\nSubject: forged\r\n\r\n`));
  await worker(at).runOnce();
  expect(await at.setting()).toMatchObject({ returnPathTags: false });

  server.deliver(Buffer.from(`Delivered-To: ${probe?.recipientAddress.toUpperCase()}\r\nSubject: Test-E-Mail\r\n\r\n`));
  const { version } = await at.setting();
  at.clock.turn(minutes(5));
  await worker(at).runOnce();
  expect(await at.setting()).toMatchObject({ returnPathTags: true, version: version + 1 });
  expect(await mailbox(at)).toMatchObject({ subAddressesProvenAt: at.clock.now() });
  expect(at.events.at(-1)).toMatchObject({ name: 'bounce-setting.sub-addresses-proven' });
  expect(server.folder.mails.map(({ flags }) => [...flags])).toEqual([[], ['\\Seen']]);

  // Another address has to prove itself anew, and what was about the one before proves nothing.
  await at.perform((work) =>
    changeBounceSetting(
      work,
      { address: 'rueck@portal.example.com', mailbox: { ...typedMailbox, port: server.port, subAddresses: true } },
      { vault },
    ),
  );
  expect(await at.setting()).toMatchObject({ returnPath: 'rueck@portal.example.com', returnPathTags: false });
  server.renumber();
  await worker(at).runOnce();
  expect(await at.setting()).toMatchObject({ returnPathTags: false });
});
