import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import { newId } from '../../../platform/id.ts';
import type { Actor } from '../../audit/index.ts';
import type { TemplateVersionView, TemplateView } from '../template/contract.ts';
import { templateAtWork } from '../template/template.fixture.ts';
import { getTemplate } from './list-templates.ts';

const app = await testApp();
const { db } = app.database;
const { path, original, read, save, restore, words, sent, portalId, events } = templateAtWork(app);

test('B016 at first the original counts; saved words are a version, an event, and what the next mail says', async () => {
  const before = await read('de');
  expect(before.body).toMatchObject({
    version: 0,
    source: 'original',
    content: original.de,
    original: original.de,
    changedAt: null,
    broken: false,
  });
  expect(before.headers.etag).toBe('"0"');

  const saved = await save('de', words('Willkommen bei {portal}'), { 'if-match': '"0"' });
  expect(saved).toMatchObject({ status: 200, body: { version: 1, source: 'workspace', original: original.de } });
  expect(saved.headers.etag).toBe('"1"');
  expect((await sent()).subject).toBe('Willkommen bei Kundenportal');
  expect((await sent('en')).subject).toBe('Set a new password: Kundenportal');
  expect((await events())[0]).toMatchObject({
    name: 'mail-template.reworded',
    change: {
      before: { template: 'set_password', variant: 'de', version: 0 },
      after: { template: 'set_password', variant: 'de', version: 1 },
    },
  });
  const list = await app.api<{ items: TemplateView[] }>('GET', '/mail/templates');
  expect(list.body.items.find(({ key }) => key === 'set_password')?.adapted).toEqual([{ variant: 'de', portalId: null }]);
  expect((await app.api('GET', path)).body).toMatchObject({ needsLink: true, allowed: ['switch', 'edit'] });
});

test('the same words once more are no new version', async () => {
  const { body } = await read('de');
  expect((await save('de', body.content)).body.version).toBe(body.version);
});

test('who saves on an older state is told so (412), and so is the slower of two at the same moment', async () => {
  const stale = await save('de', words('Zu spät'), { 'if-match': '"0"' });
  expect(stale).toMatchObject({ status: 412, body: { code: 'request.stale' } });
  const both = await Promise.all([
    save('en', words('One', 'en'), { 'if-match': '"0"' }),
    save('en', words('Other', 'en'), { 'if-match': '"0"' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await read('en')).body.version).toBe(1);
});

test('rule 17 a template without its link cannot be saved: the sentence stands at its place, and nothing changes', async () => {
  const without = { ...words('Ohne Link'), blocks: [{ kind: 'paragraph', text: '{salutation}, {nope}' }] };
  const refused = await save('de', without);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'mail.template-without-link' });
  expect(refused.body.errors).toEqual([
    {
      pointer: '/content/blocks/0/text',
      code: 'mail.unknown-field',
      detail: 'Das Feld „{nope}“ gibt es nicht. Bitte eines aus der Liste „Feld einfügen“ wählen.',
    },
    { pointer: '/content/blocks', code: 'mail.link-missing', detail: expect.stringContaining('fehlt ihr Link') },
  ]);
  expect((await read('de')).body.content.subject).toBe('Willkommen bei {portal}');
});

const button = { kind: 'button', label: 'Los', to: 'link' };
test.each([
  ['a javascript: address', [button, { kind: 'button', label: 'x', to: 'javascript:alert(1)' }], 422, 'mail.template-faulty'],
  ['a page within the machine', [button, { kind: 'button', label: 'x', to: 'http://localhost:4000/' }], 422, 'mail.template-faulty'],
  ['control characters in an address', [button, { ...button, to: 'https://a.example/\u0001' }], 422, 'request.invalid'],
  ['words that turn their direction', [button, { kind: 'paragraph', text: 'a\u202eb' }], 422, 'request.invalid'],
  ['raw HTML', [button, { kind: 'html', html: '<script>alert(1)</script>' }], 422, 'request.invalid'],
  ['another entry', [{ ...button, onclick: 'x' }], 422, 'request.invalid'],
  ['41 blocks', Array.from({ length: 41 }, () => button), 422, 'request.invalid'],
  ['a block of 20 kB', [button, { kind: 'paragraph', text: 'x'.repeat(20_000) }], 422, 'request.invalid'],
  ['a body of 1 MB', [button, { kind: 'paragraph', text: 'x'.repeat(1_000_000) }], 413, 'request.too-large'],
])('rule 17 is refused: %s', async (_, blocks, status, code) => {
  const refused = await save('de', { subject: 'x', preheader: '', blocks });
  expect([refused.body.code, [status, 422].includes(refused.status)]).toEqual([code, true]);
  expect((await read('de')).body.content.subject).toBe('Willkommen bei {portal}');
});

test('rule 17 markup and script in the words are text in the mail', async () => {
  const evil = `<script>alert(1)</script><img src=x onerror="alert(1)">`;
  const content = {
    ...words(evil),
    preheader: evil,
    blocks: [
      { kind: 'heading', text: evil },
      { kind: 'note', text: `javascript:alert(1) ${evil}` },
      { ...button, label: evil },
    ],
  };
  expect((await save('de', content)).status).toBe(200);
  const { subject, html, text } = await sent();
  expect(subject).toBe(evil);
  expect(html).not.toMatch(/<script|<img|href="javascript|onerror="/i);
  expect(html).toContain('&lt;script&gt;');
  expect(text).toContain(evil);
});

test('blocks are shown in the order of the mail, in which small print comes last, in whatever order they were sent', async () => {
  const note = { kind: 'note', text: 'Klein' };
  const greeting = { kind: 'signature', text: 'Gruß' };
  const sent = { ...words('Reihenfolge'), blocks: [note, { kind: 'button', label: 'Los', to: 'link' }, greeting] };
  await save('en', sent);
  const { body } = await read('en');
  expect(body.content.blocks.map(({ kind }) => kind)).toEqual(['button', 'signature', 'note']);
  expect(body.original.blocks.findLastIndex(({ kind }) => kind !== 'note')).toBeLessThan(
    body.original.blocks.findIndex(({ kind }) => kind === 'note'),
  );
  await restore('en', 'original');
});

test('versions can be looked at and brought back, and the original too', async () => {
  const versions = await app.api<{ items: TemplateVersionView[] }>('GET', `${path}/variants/de/versions`);
  expect(versions.body.items.map(({ version, by, kind }) => [version, by, kind])).toEqual([
    [2, expect.any(String), 'words'],
    [1, expect.any(String), 'words'],
  ]);
  expect((await restore('de', 1)).body).toMatchObject({ version: 3, content: { subject: 'Willkommen bei {portal}' } });
  expect((await restore('de', 99)).body.code).toBe('mail.unknown-version');
  expect((await restore('de', 'original')).body).toMatchObject({ version: 4, source: 'original', content: original.de });
  expect((await restore('de', 'original')).body.version).toBe(4);
  expect((await sent()).subject).toBe('Legen Sie ein neues Passwort fest: Kundenportal');
  expect((await events())[0]).toMatchObject({
    name: 'mail-template.restored',
    change: { before: { version: 3 }, after: { version: 4, restored: 'original' } },
  });
});

test('a portal has words of its own, then those of the workspace, then the original', async () => {
  const query = { portalId: await portalId() };
  expect((await save('de', words('Alle: {portal}'))).body.source).toBe('workspace');
  expect((await read('de', query)).body).toMatchObject({ version: 0, source: 'workspace', content: { subject: 'Alle: {portal}' } });
  expect((await save('de', words('Nur hier: {portal}'), {}, query)).body).toMatchObject({
    version: 1,
    source: 'portal',
    portalId: query.portalId,
    original: { subject: 'Alle: {portal}' },
  });
  expect((await sent()).subject).toBe('Nur hier: Kundenportal');
  expect((await restore('de', 'original', query)).body).toMatchObject({ source: 'workspace', content: { subject: 'Alle: {portal}' } });
  expect((await sent()).subject).toBe('Alle: Kundenportal');
  expect((await restore('de', 'original')).body.source).toBe('original');

  const unknown = newId(new Date(0));
  expect((await read('de', { portalId: unknown })).status).toBe(404);
  expect((await save('de', words('x'), {}, { portalId: unknown })).body.code).toBe('mail.unknown-portal');
});

test.each([
  ['not a content', { subject: 'kaputt' }],
  ['a text', 'kaputt'],
  ['no link', { subject: 'kaputt', preheader: '', blocks: [{ kind: 'paragraph', text: 'x' }] }],
  ['a block that does not exist', { subject: 'kaputt', preheader: '', blocks: [{ kind: 'script', text: 'x' }, button] }],
  ['a bad address', { subject: 'kaputt', preheader: '', blocks: [button, { kind: 'button', label: 'x', to: 'javascript:x' }] }],
])('words broken by hand in the database never lose a mail: %s', async (_, stored) => {
  const { body } = await read('de');
  await db
    .insertInto('mailTemplateVersion')
    .values({
      workspaceId: app.workspace.id,
      id: newId(new Date()),
      templateKey: 'set_password',
      variant: 'de',
      portalId: null,
      number: body.version + 1,
      content: JSON.stringify(stored),
      createdAt: new Date(),
      userId: null,
      userName: null,
    })
    .execute();
  expect((await sent()).subject).toBe('Legen Sie ein neues Passwort fest: Kundenportal');
  const broken = await read('de');
  expect(broken.body).toMatchObject({ broken: true, source: 'original', content: original.de, version: body.version + 1 });
  const versions = await app.api<{ items: TemplateVersionView[] }>('GET', `${path}/variants/de/versions`);
  expect(versions.body.items[0]).toMatchObject({ kind: 'broken', content: null });
  expect((await restore('de', body.version + 1)).body.code).toBe('mail.version-unusable');
  expect((await save('de', original.de)).body).toMatchObject({ broken: false, source: 'workspace' });
});

test('rule 21 a version is written once: neither changed nor taken away', async () => {
  await expect(sql`update mail_template_version set content = null`.execute(db)).rejects.toThrow();
  await expect(sql`delete from mail_template_version`.execute(db)).rejects.toThrow();
});

test('B017 however its words were changed, a template that is off is not sent, and B003 the form says so', async () => {
  await save('de', words('Trotzdem'));
  await app.api('PATCH', path, { body: { active: false } });
  const form = await app.api<{ sendPasswordLink: { offered: boolean; reason: string } }>('GET', '/contacts/access-form');
  expect(form.body.sendPasswordLink).toMatchObject({ offered: false, reason: 'template-inactive' });
  await app.api('PATCH', path, { body: { active: true } });
  await restore('de', 'original');
});

test('rule 13 only administrators save; everybody of the workspace may look', async () => {
  const helper: Actor = { kind: 'user', userId: newId(new Date(0)), accountId: newId(new Date(0)), name: 'Uwe', administrator: false };
  const view = await app.performIn({ actor: helper, workspace: app.workspace })((work) => getTemplate(work, 'set_password', 'de'));
  expect(view.allowed).toEqual([]);
  for (const [method, rest] of [
    ['PUT', 'variants/de'],
    ['POST', 'variants/de/restore'],
    ['POST', 'test'],
    ['POST', 'preview'],
    ['GET', 'variants/de'],
  ] as const)
    expect((await app.api(method, `${path}/${rest}`, { cookie: null, ...(method !== 'GET' && { body: {} }) })).status).toBe(401);
});
