import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { later, minutes } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import { newId } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { deliverBySendmail } from '../delivery/deliver.ts';
import { createJournal, type Journal } from '../delivery/journal.ts';
import { startScriptedSmtp } from '../delivery/scripted-smtp.fixture.ts';
import { briskSmtp, openPost, vault } from '../mail.fixture.ts';
import { claimMessages } from '../outbox/outbox-store.ts';
import { fakeSendmail, taking } from './sendmail.fixture.ts';
import { createSendmail } from './sendmail.ts';

const database = await testDatabase<Schema>();
const opened: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function program(script: string) {
  const made = fakeSendmail(script);
  opened.push(made.remove);
  return made;
}

const parcel = (change: Partial<{ from: string; to: string; raw: Buffer; secrets: string[] }> = {}) => ({
  from: 'portal@muster.example',
  to: 'anna@kunde.example',
  raw: Buffer.from('To: anna@kunde.example\r\nSubject: x\r\n\r\n.\r\nHallo\r\n'),
  secrets: [],
  ...change,
});

describe('the sendmail program', () => {
  test('gets the envelope as arguments and the mail on its standard input, with lines as Unix ends them', async () => {
    const fake = program(taking);
    expect(await createSendmail(fake.path, 5000).send(parcel())).toMatchObject({ kind: 'accepted' });
    expect(fake.written('arguments')).toBe('-i\n-f\nportal@muster.example\n--\nanna@kunde.example\n');
    expect(fake.written('mail')).toBe('To: anna@kunde.example\nSubject: x\n\n.\nHallo\n');
  });

  test('rule 18 gets nothing of our environment', async () => {
    process.env.PFORTE_TEST_SECRET = 'geheim-im-umfeld';
    const fake = program(taking);
    await createSendmail(fake.path, 5000).send(parcel());
    delete process.env.PFORTE_TEST_SECRET;
    expect(fake.written('environment')).toContain('PATH=/usr/sbin');
    expect(fake.written('environment')).not.toMatch(/geheim|PFORTE|HOME=/);
  });

  test.each(['-oQ/tmp@kunde.example', "a'b;touch$x@kunde.example", '$(id)@kunde.example', '{a}&b@kunde.example', '-f@kunde.example'])(
    'rule 17 no shell and no option is made of the recipient %s',
    async (to) => {
      const fake = program(taking);
      await createSendmail(fake.path, 5000).send(parcel({ to }));
      expect(fake.written('arguments')).toBe(`-i\n-f\nportal@muster.example\n--\n${to}\n`);
    },
  );

  test.each([
    [0, 'accepted', undefined],
    [64, 'transport-failed', 'program-failed'],
    [65, 'refused', 'content-refused'],
    [67, 'refused', 'recipient-refused'],
    [68, 'refused', 'recipient-refused'],
    [69, 'deferred', 'server-deferred'],
    [70, 'deferred', 'server-deferred'],
    [71, 'transport-failed', 'program-failed'],
    [72, 'transport-failed', 'program-failed'],
    [73, 'transport-failed', 'program-failed'],
    [74, 'deferred', 'server-deferred'],
    [75, 'unknown', 'server-deferred'],
    [76, 'deferred', 'server-deferred'],
    [77, 'transport-failed', 'program-failed'],
    [78, 'transport-failed', 'program-failed'],
    [127, 'transport-failed', 'program-missing'],
    [1, 'deferred', 'bad-answer'],
    [200, 'deferred', 'bad-answer'],
  ] as const)('ends with %i (sysexits.h): %s', async (code, kind, cause) => {
    const fake = program(`cat > /dev/null; echo 'the reason' >&2; exit ${code}`);
    const outcome = await createSendmail(fake.path, 5000).send(parcel());
    expect(outcome).toMatchObject({ kind, ...(cause && { cause }) });
    expect(outcome.answer).toContain('the reason');
  });

  test('75 (EX_TEMPFAIL) from one that did not take the whole mail: put off, because it cannot have queued it', async () => {
    const fake = program('exit 75');
    const raw = Buffer.alloc(2_000_000, 'x');
    expect(await createSendmail(fake.path, 5000).send(parcel({ raw }))).toMatchObject({ kind: 'deferred', cause: 'server-deferred' });
  });

  test('rule 18 its words lose what they repeat of the link, their line breaks and their length', async () => {
    const fake = program(
      `cat > /dev/null; printf 'no: https://portal.example/link/%s\\nnext\\n' abcdefghijklmnopqrstuvwxyz; yes | head -c 90000; exit 75`,
    );
    const secrets = ['https://portal.example/link/abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxyz'];
    const { answer } = await createSendmail(fake.path, 5000).send(parcel({ secrets }));
    expect(answer).toMatch(/^EX_TEMPFAIL: no: … next y y/);
    expect(answer?.length).toBeLessThanOrEqual(500);
  });

  test('one that does not exist or may not be run is a fault of the transport, told before any mail is taken', async () => {
    const missing = createSendmail('/nowhere/sendmail', 5000);
    expect(await missing.prepare()).toMatchObject({ failure: 'program-missing', answer: 'ENOENT' });
    expect(await missing.send(parcel())).toMatchObject({ kind: 'transport-failed', cause: 'program-missing' });
    expect(await createSendmail(program(taking).path, 5000).prepare()).toBeUndefined();
  });

  test('rule 23 one that hangs is ended with all that it has started; a mail that it had whole counts as unknown', async () => {
    const fake = program('cat > /dev/null; sh -c "echo \\$\\$ > $OUT/child; sleep 60" & wait');
    expect(await createSendmail(fake.path, 400).send(parcel())).toMatchObject({ kind: 'unknown', cause: 'timeout' });
    expect(await isGone(Number(fake.written('child')))).toBe(true);
  });

  test('one that never reads the mail is put off, not taken for an unknown end', async () => {
    const fake = program('sleep 60');
    const raw = Buffer.alloc(2_000_000, 'x');
    expect(await createSendmail(fake.path, 400).send(parcel({ raw }))).toMatchObject({ kind: 'deferred', cause: 'timeout' });
  });

  test('one that says it is fine without having read the mail is not believed', async () => {
    const fake = program('exit 0');
    const raw = Buffer.alloc(2_000_000, 'x');
    expect(await createSendmail(fake.path, 2000).send(parcel({ raw }))).toMatchObject({ kind: 'unknown' });
  });

  test('one that leaves a program behind which delivers is done when it ends itself, and that other one lives', async () => {
    const fake = program('cat > /dev/null; (sleep 3; echo delivered > "$OUT/late") & exit 0');
    const start = performance.now();
    expect(await createSendmail(fake.path, 10_000).send(parcel())).toMatchObject({ kind: 'accepted' });
    expect(performance.now() - start).toBeLessThan(2500);
  });

  test('a shutdown ends what runs', async () => {
    const fake = program('cat > /dev/null; echo ready > "$OUT/ready"; sleep 60');
    const sendmail = createSendmail(fake.path, 60_000);
    const sending = sendmail.send(parcel());
    await until(() => fake.written('ready') !== undefined);
    sendmail.breakOff();
    expect(await sending).toMatchObject({ kind: 'unknown', cause: 'connection-lost' });
  });
});

async function until(happened: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(20);
  }
}

async function isGone(pid: number): Promise<boolean> {
  const runs = () => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  await until(() => !runs());
  return true;
}

async function postBy(transport: 'sendmail' | 'mail') {
  const at = await openPost(database);
  await database.db.updateTable('mailSetting').set({ transport }).where('workspaceId', '=', at.workspace.id).execute();
  return at;
}

const relay = { host: '127.0.0.1', port: 25, encryption: 'none', userName: null, password: null } as const;

describe('B026 B027 mails of a workspace leave', () => {
  test('by „Sendmail“: the attempt names the way, and the program’s words', async () => {
    const fake = program(taking);
    const at = await postBy('sendmail');
    const id = await at.leaveOne('anna@kunde.example');
    const worker = at.worker({ local: { sendmailPath: fake.path, relay } });
    opened.push(worker.stop);
    await worker.runOnce();
    expect(await at.attempts(id)).toMatchObject([{ transport: 'sendmail', host: null, tls: null, outcome: 'accepted' }]);
    expect(await at.message(id)).toMatchObject({ sealedLink: null });
    expect(fake.written('mail')).toContain('To: =?UTF-8?Q?Anna_M=C3=BCller?= <anna@kunde.example>');
  });

  test('by „Sendmail“: a program that is missing pauses the transport and fails no mail; it goes on by itself', async () => {
    const at = await postBy('sendmail');
    const id = await at.leaveOne('anna@kunde.example');
    const broken = at.worker({ local: { sendmailPath: '/nowhere/sendmail', relay } });
    opened.push(broken.stop);
    await broken.runOnce();
    expect(await at.setting()).toMatchObject({ pauseCause: 'program-missing' });
    expect(await at.message(id)).toMatchObject({ attempts: 0, deferrals: 0 });
    at.clock.turn(minutes(5));
    const mended = at.worker({ local: { sendmailPath: program(taking).path, relay } });
    opened.push(mended.stop);
    await mended.runOnce();
    expect(await at.message(id)).toMatchObject({ acceptedAt: at.clock.now() });
    expect(await at.setting()).toMatchObject({ pausedSince: null });
  });

  test('by „Sendmail“: a mail whose try is written down only after a shutdown has broken off calls no program, and waits unharmed', async () => {
    const fake = program(taking);
    const at = await postBy('sendmail');
    const id = await at.leaveOne('anna@kunde.example');
    const setting = await at.setting();
    const now = at.clock.now();
    const tools = { ...at, vault, smtp: { ...briskSmtp, lines: 1, batch: 10 }, workerId: newId(now) };
    const [mail] = await claimMessages(at.db, { ...setting, workerId: tools.workerId, now, until: later(now, minutes(5)) }, 10);
    if (!mail) throw new Error('Nothing was claimed.');
    const sendmail = createSendmail(fake.path, 5000);
    const journal = createJournal(setting, tools, new AbortController().signal);
    const begin: Journal['begin'] = async (...given) => {
      const number = await journal.begin(...given);
      sendmail.breakOff();
      return number;
    };
    expect(await deliverBySendmail(mail, { setting, tools: { ...tools, journal: { ...journal, begin } }, sendmail })).toBe('stayed');
    expect(fake.written('mail')).toBeUndefined();
    expect(await at.attempts(id)).toEqual([]);
    expect(await at.message(id)).toMatchObject({ attempts: 0, claimedBy: null });
  });

  test('by „Sendmail“: one bad address does not hold up the others', async () => {
    const fake = program('cat > /dev/null; case "$5" in nobody*) exit 67;; esac');
    const at = await postBy('sendmail');
    const [bad, good] = [await at.leaveOne('nobody@kunde.example'), await at.leaveOne('anna@kunde.example')];
    const worker = at.worker({ local: { sendmailPath: fake.path, relay } });
    opened.push(worker.stop);
    await worker.runOnce();
    expect(await at.message(bad)).toMatchObject({ refusedAt: at.clock.now(), cause: 'recipient-refused' });
    expect(await at.message(good)).toMatchObject({ acceptedAt: at.clock.now() });
  });

  test('by „Mail“: over the relay that the operator has set, without any data of the workspace', async () => {
    const smtp = await startScriptedSmtp();
    opened.push(smtp.close);
    const at = await postBy('mail');
    const id = await at.leaveOne('anna@kunde.example');
    const worker = at.worker({ local: { sendmailPath: '/nowhere', relay: { ...relay, port: smtp.port } } });
    opened.push(worker.stop);
    await worker.runOnce();
    expect(smtp.mails).toMatchObject([{ from: 'no-reply@portal.example.com', to: ['anna@kunde.example'] }]);
    expect(await at.attempts(id)).toMatchObject([{ transport: 'mail', host: '127.0.0.1', outcome: 'accepted' }]);
  });
});
