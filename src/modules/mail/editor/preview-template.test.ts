import { expect, test } from 'vitest';
import { testApp } from '../../../app.fixture.ts';
import type { Problem } from '../../../platform/http/contract.ts';
import { newId } from '../../../platform/id.ts';
import { say } from '../../../platform/phrases.ts';
import type { TemplatePreviewView, TemplateView } from '../template/contract.ts';
import { fieldPhrases } from '../template/phrases.ts';
import { templateAtWork } from '../template/template.fixture.ts';
import { fieldNames } from '../template/template.ts';
import { listInactiveTemplates, saveTemplateSwitch } from '../template/template-store.ts';

const app = await testApp();
const { db } = app.database;
const { path, words, arrivedAt, portalId, events } = templateAtWork(app);

const button = { kind: 'button', label: 'Los', to: 'link' };

test('the preview shows what is being written, for a made-up or a real person, and says what is wrong', async () => {
  const preview = (body: object) => app.api<TemplatePreviewView & Problem>('POST', `${path}/preview`, { body });
  const sample = await preview({ variant: 'en' });
  expect(sample).toMatchObject({ status: 200, body: { person: 'Dr. Anna Müller', faults: [] } });
  expect(sample.body.text).toContain('Dear Dr. Müller');

  const customer = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Bäckerei <b>Süß</b>' } });
  const { body: saved } = await app.api<{ contact: { id: string } }>('POST', '/contacts', {
    body: { customerId: customer.body.id, salutation: 'herr', firstName: 'Jörg', lastName: 'O’Neill', email: 'joerg@suess.example' },
  });
  const content = { ...words('Für {person}'), blocks: [{ kind: 'paragraph', text: '{salutation} von {company} {nope}' }, button] };
  const before = (await events()).length;
  const real = await preview({ variant: 'de', content, contactId: saved.contact.id, portalId: await portalId() });
  expect(real.body).toMatchObject({
    subject: 'Für Jörg O’Neill',
    person: 'Jörg O’Neill',
    faults: [{ pointer: '/blocks/0/text', code: 'mail.unknown-field' }],
  });
  expect(real.body.text).toContain('Guten Tag Herr O’Neill von Bäckerei <b>Süß</b> {nope}');
  expect(real.body.html).toContain('Bäckerei &lt;b&gt;Süß&lt;/b&gt;');
  expect(real.body.html).toContain('/kunden/link/beispiel-ohne-wirkung');
  expect((await events()).length).toBe(before);

  expect((await preview({ variant: 'de', contactId: newId(new Date(0)) })).body.code).toBe('mail.unknown-reader');
  expect((await preview({ variant: 'de', portalId: newId(new Date(0)) })).body.code).toBe('mail.unknown-portal');
  expect((await app.api('POST', '/mail/templates/constructor/preview', { body: { variant: 'de' } })).status).toBe(404);
});

test('the preview says what this person does not get to see, and why, in the language of whoever writes', async () => {
  const contact = { kind: 'note', text: 'Fragen: {supportContact}' };
  const facts = { kind: 'facts', facts: [{ label: 'Unternehmen', text: '{company}' }] };
  const closing = { kind: 'signature', text: 'Gruß' };
  const content = { ...words('Betreff'), blocks: [button, facts, closing, contact] };
  const preview = () => app.api<TemplatePreviewView>('POST', `${path}/preview`, { body: { variant: 'en', content } });
  expect((await preview()).body.omissions).toEqual([{ pointer: '/blocks/3', detail: 'Erscheint hier nicht. Es fehlt: „Ansprechpartner“' }]);
  await db.updateTable('mailSetting').set({ signatureEn: 'Yours' }).where('workspaceId', '=', app.workspace.id).execute();
  const { body } = await preview();
  expect(body.omissions).toContainEqual({
    pointer: '/blocks/2',
    detail: 'Erscheint nicht. An dieser Stelle steht die Signatur aus den E-Mail-Einstellungen.',
  });
  expect(body.text).not.toContain('Gruß');
  await db.updateTable('mailSetting').set({ signatureEn: null }).where('workspaceId', '=', app.workspace.id).execute();
});

test('B030 a test mail says that it is one, holds no link that works, and counts as the template „Test-E-Mail“', async () => {
  const answer = await app.api<{ state: string; sentence: string }>('POST', `${path}/test`, {
    body: { to: 'Chefin@Müller.example', variant: 'de', content: words('Probe für {portal}') },
  });
  expect(answer).toMatchObject({
    status: 200,
    body: { state: 'queued', sentence: 'Die Test-E-Mail an Chefin@müller.example liegt gleich im Testpostfach.' },
  });
  const mail = await arrivedAt('Chefin@xn--mller-kva.example');
  expect(mail.subject).toBe('[Test] Probe für Kundenportal');
  expect(mail.text).toContain('Das ist ein Test aus dem Template-Editor');
  expect(mail.text).toMatch(/\/kunden\/link\/beispiel-ohne-wirkung/);
  const page = await app.page('GET', '/kunden/link/beispiel-ohne-wirkung');
  expect(page.text).not.toContain('new-password');
  expect((await events())[0]).toMatchObject({ name: 'mail-template.test-queued' });
  expect(JSON.stringify((await events())[0]?.change)).not.toContain('Chefin');
  const { items } = (
    await app.api<{ items: { template: string; templateLabel: string }[] }>('GET', '/mail/messages', { query: { q: 'Probe' } })
  ).body;
  expect(items).toMatchObject([{ template: 'test', templateLabel: 'Test-E-Mail' }]);
});

test.each([
  ['kein-at', 'address.no-at'],
  ['a@b.de, c@d.de', 'address.several'],
  ['Anna <a@b.de>', 'address.display-name'],
  ['a@b.de\r\nBcc: c@d.de', 'address.line-break'],
  ['a\ud800@b.example', 'address.malformed'],
  ['a@b.example\udc00', 'address.malformed'],
])('rule 17 a test mail goes to one address: %j is refused', async (to, code) => {
  const refused = await app.api<Problem>('POST', `${path}/test`, { body: { to, variant: 'de' } });
  expect(refused).toMatchObject({ status: 422, body: { code: 'mail.test-address-invalid', errors: [{ pointer: '/to', code }] } });
});

test('half a character in the words is refused at its place, and never sent as another one', async () => {
  const refused = await app.api<Problem>('POST', `${path}/test`, { body: { to: 'a@b.example', variant: 'de', content: words('x\ud83d') } });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject([{ pointer: '/content/subject', detail: expect.stringContaining('beschädigtes Zeichen') }]);
});

test('B025 a test mail of words that cannot be saved is refused, and one that cannot leave says why', async () => {
  const without = { ...words('x'), blocks: [{ kind: 'paragraph', text: 'x' }] };
  const refused = await app.api<Problem>('POST', `${path}/test`, { body: { to: 'a@b.example', variant: 'de', content: without } });
  expect(refused.body.code).toBe('mail.template-without-link');
  await db.updateTable('mailSetting').set({ transport: 'none' }).where('workspaceId', '=', app.workspace.id).execute();
  const answer = await app.api('POST', `${path}/test`, { body: { to: 'a@b.example', variant: 'de' } });
  expect(answer.body).toEqual({ state: 'not-possible', sentence: 'Nicht gesendet: Es ist kein Versandweg eingerichtet.' });
  expect((await events())[0]).toMatchObject({ name: 'mail-template.test-not-possible', change: { after: { reason: 'no-transport' } } });
  await db.updateTable('mailSetting').set({ transport: 'test-mailbox' }).where('workspaceId', '=', app.workspace.id).execute();
});

test('rule 20 test mails cannot be sent without end', async () => {
  const press = async () => (await app.api('POST', `${path}/test`, { body: { to: 'a@b.example', variant: 'de' } })).status;
  const answers = [];
  for (let count = 0; count < 12; count += 1) answers.push(await press());
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(answers[0]).toBe(200);
  app.clock.turn(400_000);
  expect(await press()).toBe(200);
});

test('fields are called by words that can be told apart, in each language, and no word is the name of another field', async () => {
  const { body } = await app.api<{ items: TemplateView[] }>('GET', '/mail/templates');
  expect(body.items.flatMap(({ fields }) => fields.map(({ inText }) => inText.de.shown))).toContain('bis wann');
  for (const language of ['de', 'en'] as const) {
    const shown = new Map<string, string>();
    for (const name of fieldNames) {
      const word = say(fieldPhrases[name], language);
      expect(word).toMatch(/^[^{}\n]{1,60}$/);
      expect([word, shown.get(word.toLowerCase())]).toEqual([word, undefined]);
      expect([word, fieldNames.find((other) => other !== name && other.toLowerCase() === word.toLowerCase())]).toEqual([word, undefined]);
      shown.set(word.toLowerCase(), name);
    }
  }
});

test('every template that is used can be looked at, in all three forms, and access_blocked stays off until it is switched on', async () => {
  const { body } = await app.api<{ items: TemplateView[] }>('GET', '/mail/templates');
  for (const { key } of body.items)
    for (const variant of ['de', 'de-DU', 'en']) {
      const answer = await app.api<TemplatePreviewView>('POST', `/mail/templates/${key}/preview`, { body: { variant } });
      expect([key, variant, answer.status, answer.body.faults]).toEqual([key, variant, 200, []]);
    }
  const turn = (active: boolean) =>
    db
      .transaction()
      .execute((tx) => saveTemplateSwitch(tx, { workspaceId: app.workspace.id, key: 'access_blocked', active, changedAt: new Date() }));
  const isOff = async () => (await listInactiveTemplates(db, app.workspace.id)).has('access_blocked');
  expect([await isOff(), await turn(false), await isOff()]).toEqual([true, false, true]);
  expect([await turn(true), await isOff(), await turn(true)]).toEqual([true, false, false]);
  expect([await turn(false), await isOff(), await turn(false)]).toEqual([true, true, false]);
});
