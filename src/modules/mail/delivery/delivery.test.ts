import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { hours } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { switchTemplate } from '../editor/switch-template.ts';
import { linkOf, openPost } from '../mail.fixture.ts';
import { withdrawMails } from '../outbox/leave-mail.ts';
import { deliveryTools } from './delivery.fixture.ts';

const { database, server, post, workerOf, stateOf } = await deliveryTools();

test('B002 rule 16 a mail left in a transaction arrives, whole and once, with the right headers', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  expect(await stateOf(at, id)).toBe('queued');

  expect(await workerOf(at).runOnce()).toBe(true);
  expect(await workerOf(at).runOnce()).toBe(false);

  expect(smtp.mails).toHaveLength(1);
  const [mail] = smtp.mails;
  expect(mail?.from).toBe('no-reply@example.com');
  expect(mail?.to).toEqual(['anna@kunde.example']);
  const parsed = await PostalMime.parse(mail?.raw ?? '');
  const header = (name: string) => parsed.headers.filter(({ key }) => key === name).map(({ value }) => value);
  expect(parsed.subject).toBe('Legen Sie ein neues Passwort fest: Kundenportal');
  expect(parsed.from).toMatchObject({ name: 'Müller & Söhne GmbH', address: 'no-reply@example.com' });
  expect(parsed.to).toMatchObject([{ name: 'Anna Müller', address: 'anna@kunde.example' }]);
  expect(parsed.messageId).toBe(`<${id}@example.com>`);
  expect(header('auto-submitted')).toEqual(['auto-generated']);
  expect(header('x-auto-response-suppress')).toEqual(['All']);
  expect(header('content-language')).toEqual(['de']);
  expect(new Date(parsed.date ?? '').toISOString()).toBe('2026-11-21T13:05:00.000Z');
  expect([...header('reply-to'), ...header('list-unsubscribe'), ...header('bcc'), ...header('cc')]).toEqual([]);
  expect(parsed.text).toContain('Guten Tag Frau Dr. Müller,');
  expect(parsed.text).toContain(link.url);
  expect(parsed.html).toContain(`href="${link.url}"`);
  expect(parsed.text).toContain('bis Montag, 23.11.2026, 14:05 Uhr (MEZ)');
  expect(await stateOf(at, id)).toBe('accepted');
  expect(await at.attempts(id)).toMatchObject([
    { number: 1, outcome: 'accepted', code: 250, enhancedCode: '2.0.0', transport: 'smtp', host: '127.0.0.1' },
  ]);
});

test('rule 16 the usable link is sealed while the mail waits, and gone after hand-over', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const secret = link.url.split('/').at(-1) ?? '';
  const id = await at.leaveOne('anna@kunde.example', { link });

  const waiting = await at.message(id);
  expect(waiting.sealedLink).not.toBeNull();
  expect(`${waiting.html}${waiting.text}${waiting.sealedLink?.toString('latin1')}`).not.toContain(secret);

  await workerOf(at).runOnce();
  const left = await at.message(id);
  expect(left.sealedLink).toBeNull();
  expect(JSON.stringify([left, await at.attempts(), at.logLines])).not.toContain(secret);
});

test('rule 18 a server that quotes the mail in its refusal puts no link into the outbox or the log', async () => {
  const smtp = await server({
    script: {
      content: (mail) => `550 5.7.1 spam: ${/https:\S+link\/\S+/.exec(mail.raw.replace(/=\r\n/g, '').replaceAll('=3D', '='))?.[0]}`,
    },
  });
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { link });
  await workerOf(at).runOnce();
  const [attempt] = await at.attempts(id);
  expect(attempt?.answer).toContain('spam: …');
  expect(JSON.stringify([attempt, at.logLines])).not.toContain(link.url.split('/').at(-1));
});

test('a crash between DATA and the mark leaves a try without an end; the next worker sends again with the same Message-ID', async () => {
  const smtp = await server({ script: { content: () => 'hang' } });
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const crashed = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 1000, final: 20_000 }, patience: 300 } });
  await crashed.runOnce();
  expect(smtp.mails).toHaveLength(1);
  expect(await at.attempts(id)).toMatchObject([{ number: 1, endedAt: null, outcome: null }]);

  smtp.script = {};
  const next = workerOf(at);
  expect(await next.runOnce()).toBe(false);
  at.clock.turn(hours(1));
  expect(await next.runOnce()).toBe(true);
  expect(await at.attempts(id)).toMatchObject([
    { number: 1, outcome: 'unknown', cause: 'interrupted' },
    { number: 2, outcome: 'accepted' },
  ]);
  expect(await at.message(id)).toMatchObject({ deferrals: 1 });
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@example.com>`, `<${id}@example.com>`]);
});

test('a mail that ends its worker every time is given up in the end', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  await database.db
    .updateTable('message')
    .set({ deferrals: 5, claimedUntil: at.clock.now(), claimedBy: id, attempts: 1 })
    .where('id', '=', id)
    .execute();
  await database.db
    .insertInto('attempt')
    .values({
      workspaceId: at.workspace.id,
      messageId: id,
      number: 1,
      startedAt: at.clock.now(),
      endedAt: null,
      transport: 'smtp',
      host: null,
      tls: null,
      outcome: null,
      cause: null,
      code: null,
      enhancedCode: null,
      answer: null,
    })
    .execute();
  await workerOf(at).runOnce();
  expect(await stateOf(at, id)).toBe('given-up');
  expect(await at.message(id)).toMatchObject({ cause: 'interrupted' });
  expect(smtp.mails).toEqual([]);
});

test('two workers on one database send 200 mails once each', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await at.perform(async ({ send }) => {
    for (let index = 0; index < 200; index++) {
      await send({
        template: 'password_changed',
        variant: 'de',
        address: `p${index}@kunde.example`,
        accountName: 'x',
        person: { salutation: null, title: null, firstName: 'P', lastName: String(index) },
      });
    }
  });
  const workers = [workerOf(at, { smtp: { batch: 20 } }), workerOf(at, { smtp: { batch: 20 } })];
  await Promise.all(workers.map((worker) => worker.runOnce()));
  expect(smtp.mails).toHaveLength(200);
  expect(new Set(smtp.mails.map(({ to }) => to[0])).size).toBe(200);
  expect((await at.attempts()).filter(({ outcome, number }) => outcome !== 'accepted' || number !== 1)).toEqual([]);
});

test('B017 a template that is switched off while its mail waits: the mail is held and not sent, the others leave; on again, it goes on by itself', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const other = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  expect(await stateOf(at, id)).toBe('held');
  expect((await at.message(id)).sealedLink).not.toBeNull();
  const worker = workerOf(at);
  await worker.runOnce();
  at.clock.turn(hours(5));
  expect(await worker.runOnce()).toBe(false);
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${other}@example.com>`]);
  expect(await at.message(id)).toMatchObject({ attempts: 0, claimedBy: null });

  await at.perform((work) => switchTemplate(work, 'set_password', true));
  await worker.runOnce();
  expect(await stateOf(at, id)).toBe('accepted');
  expect(smtp.mails).toHaveLength(2);
});

test('B017 a held mail whose link runs out meanwhile is not sent any more but shown, and its secret is gone', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  at.clock.turn(hours(48));
  expect(await stateOf(at, id)).toBe('withdrawn');
  await workerOf(at).runOnce();
  expect(await at.message(id)).toMatchObject({ cause: 'link-expired', sealedLink: null, attempts: 0 });
  await at.perform((work) => switchTemplate(work, 'set_password', true));
  await workerOf(at).runOnce();
  expect(smtp.mails).toEqual([]);
});

test('held mails starve nobody: behind more of them than a claim takes, the next one leaves', async () => {
  const smtp = await server();
  const at = await post(smtp);
  for (let index = 0; index < 30; index++) await at.leaveOne(`p${index}@kunde.example`);
  at.clock.turn(1000);
  const free = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  await at.perform((work) => switchTemplate(work, 'set_password', false));
  await workerOf(at, { smtp: { batch: 10 } }).runOnce();
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${free}@example.com>`]);
});

test('a mail that a newer link has overtaken never leaves', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const old = await at.leaveOne('anna@kunde.example', { link });
  const fresh = await at.leaveOne('anna@kunde.example');
  const withdrawn = await at.perform(({ tx, now }) =>
    withdrawMails(tx, { workspaceId: at.workspace.id, linkIds: [link.id], cause: 'newer-link', now }),
  );
  expect(withdrawn).toBe(1);
  await workerOf(at).runOnce();
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${fresh}@example.com>`]);
  expect(await at.message(old)).toMatchObject({ cause: 'newer-link', sealedLink: null });
});

test('a mail whose link the module of links knows to be dead never leaves', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const link = linkOf(at.clock.now());
  const dead = await at.leaveOne('anna@kunde.example', { link });
  const alive = await at.leaveOne('paul@kunde.example');
  await workerOf(at, {
    findDeadLinks: async (_, __, mails) => new Set(mails.filter(({ linkId }) => linkId === link.id).map(({ id }) => id)),
  }).runOnce();
  expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([`<${alive}@example.com>`]);
  expect(await at.message(dead)).toMatchObject({ cause: 'link-dead', sealedLink: null });
});

test('a link that ran out while the server was away is not sent but shown', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  at.clock.turn(hours(48));
  expect(await stateOf(at, id)).toBe('withdrawn');
  await workerOf(at).runOnce();
  expect(smtp.mails).toEqual([]);
  expect(await at.message(id)).toMatchObject({ cause: 'link-expired', sealedLink: null, attempts: 0 });
});

test.each([
  ['accepted: it is shown as what it is, sent', '250 2.0.0 ok', 'accepted', null],
  ['left unanswered: it stays withdrawn and is not sent again', 'drop', 'withdrawn', 'blocked'],
  ['deferred: it stays withdrawn', '451 4.3.0 later', 'withdrawn', 'blocked'],
] as const)('a mail that is withdrawn while it is being handed over and then %s', async (_, reply, state, cause) => {
  const smtp = await server();
  const at = await post(smtp);
  const accountId = newId<'account'>(at.clock.now());
  const id = await at.leaveOne('anna@kunde.example', { accountId });
  smtp.script = {
    content: async () => {
      expect(await at.perform(({ tx, now }) => withdrawMails(tx, { workspaceId: at.workspace.id, accountId, cause: 'blocked', now }))).toBe(
        1,
      );
      return reply;
    },
  };
  const worker = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 2000, final: 2000 } } });
  await worker.runOnce();
  at.clock.turn(hours(1));
  await worker.runOnce();
  expect(smtp.mails).toHaveLength(1);
  expect(await stateOf(at, id)).toBe(state);
  expect(await at.message(id)).toMatchObject({ cause, sealedLink: null });
});

test('rule 17 names with line breaks, quotes and addresses add no header and no recipient', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const nasty = 'Eve\r\nBcc: evil@evil.example\r\n\r\n<b>x</b> "q" <evil@evil.example>, other@evil.example';
  await at.leaveOne('anna@kunde.example', {
    person: { salutation: null, title: 'Dr.\r\nX-Evil: 1', firstName: nasty, lastName: '{link} Ümläut 🙂' },
    companyName: `${nasty}<script>alert(1)</script>`,
    accountName: 'x\r\n.\r\nMAIL FROM:<evil@evil.example>',
  });
  await workerOf(at).runOnce();
  expect(smtp.mails).toHaveLength(1);
  const [mail] = smtp.mails;
  expect(mail?.to).toEqual(['anna@kunde.example']);
  const parsed = await PostalMime.parse(mail?.raw ?? '');
  expect(parsed.headers.map(({ key }) => key).sort()).toEqual(
    [
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ].sort(),
  );
  expect(parsed.to).toHaveLength(1);
  expect(parsed.to?.[0]?.address).toBe('anna@kunde.example');
  expect(parsed.html).not.toContain('<script>');
  expect(parsed.html).not.toContain('<b>x</b>');
  expect(parsed.text).toContain('{link} Ümläut 🙂');
});

test.each([
  ['Jürgen Groß', 'Ökostrom für „Übergrößen“ & Söhne GmbH & Co. KG aus Österreich mit sehr langem Namen'],
  ['张伟', '東京電力'],
  ['A', "O'Brien, Müller; Partner <GmbH>"],
])('umlauts and signs in names arrive as they are: %s of %s', async (lastName, name) => {
  const smtp = await server();
  const at = await openPost(database, { smtpUrl: `smtp://127.0.0.1:${smtp.port}?from=no-reply@example.com`, name });
  await at.leaveOne('anna@kunde.example', { person: { salutation: null, title: null, firstName: 'Zoë', lastName } });
  await workerOf(at).runOnce();
  const parsed = await PostalMime.parse(smtp.mails[0]?.raw ?? '');
  expect(parsed.from?.name).toBe(name);
  expect(parsed.to?.[0]?.name).toBe(`Zoë ${lastName}`);
  expect(parsed.text).toContain(`Guten Tag Zoë ${lastName},`);
  expect(smtp.mails[0]?.raw).not.toMatch(/[^\t\r\n -~]/);
});

test('rule 10 a mail to an umlaut domain goes to its ASCII form', async () => {
  const smtp = await server();
  const at = await post(smtp);
  await at.leaveOne('info@müller.de');
  await workerOf(at).runOnce();
  expect(smtp.mails[0]?.to).toEqual(['info@xn--mller-kva.de']);
});

test('a mail whose link cannot be decrypted any more is given up visibly, and the next one leaves', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const broken = await at.leaveOne('anna@kunde.example');
  const fine = await at.leaveOne('paul@kunde.example');
  await database.db
    .updateTable('message')
    .set({ sealedLink: Buffer.alloc(80, 1) })
    .where('id', '=', broken)
    .execute();
  await workerOf(at, { smtp: { lines: 1 } }).runOnce();
  expect(await at.message(broken)).toMatchObject({ cause: 'unreadable' });
  expect([await stateOf(at, broken), await stateOf(at, fine)]).toEqual(['given-up', 'accepted']);
});

test('rule 23 a shutdown waits for the answer to a mail that is on its way', async () => {
  const smtp = await server();
  const at = await post(smtp);
  const id = await at.leaveOne('anna@kunde.example');
  const worker = workerOf(at, { smtp: { limits: { connect: 2000, envelope: 1000, final: 5_000 } } });
  const arrived = new Promise<void>((resolve) => {
    smtp.script = {
      content: () => {
        resolve();
        return '250 2.0.0 ok';
      },
    };
  });
  const round = worker.runOnce();
  await arrived;
  await worker.stop();
  expect(await stateOf(at, id)).toBe('accepted');
  await round;
  expect(await worker.runOnce()).toBe(false);
});
