import { describe, expect, test } from 'vitest';
import { linkIn, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, newAddress, person, create, change, sentTo, setPassword, signIn } = await peopleApp();

describe('bad input', () => {
  const hostile = [
    'anna@nordbau.example\r\nBcc: x@evil.example',
    'anna@nordbau.example, eva@nordbau.example',
    'anna@nordbau.example;eva@nordbau.example',
    '"anna amsel"@nordbau.example',
    'Anna <anna@nordbau.example>',
    'anna@[127.0.0.1]',
    'anna@localhost',
    'anna@@nordbau.example',
    'anna(Kommentar)@nordbau.example',
    '=?utf-8?q?anna?=@nordbau.example ',
    `${'a'.repeat(65)}@nordbau.example`,
    `anna@${'b'.repeat(64)}.example`,
    `a@${'sehr-lang.'.repeat(32)}example`,
    'anna@nordbau.example\0',
    'anna',
  ];
  test.each(hostile)('rule 17 the address %j is refused at its field', async (email) => {
    const { status, body } = await create({ email });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'contact.invalid-address', errors: [{ pointer: '/email', code: 'contact.invalid-address' }] });
  });

  test.each([
    ['anna', 'In dieser Adresse fehlt das @-Zeichen.'],
    ['anna@nordbau.example, eva@nordbau.example', 'Hier ist Platz für genau eine Adresse, ohne Komma und Semikolon.'],
    ['anna@localhost', 'Die Domain ist unvollständig. Sie endet auf etwas wie .de oder .com.'],
  ])('the sentence at the field says what is wrong with %j', async (email, detail) => {
    expect((await create({ email })).body).toMatchObject({ errors: [{ pointer: '/email', detail }] });
  });

  test('rule 10 an Umlaut domain is stored in its sendable form, and mail goes there', async () => {
    const { status, body } = await create({
      email: '  Jörg.x@Müller.example '.replace('ö', 'oe'),
      portalAccess: { sendPasswordLink: true },
    });
    expect(status).toBe(201);
    expect(body.contact.email).toBe('Joerg.x@xn--mller-kva.example');
    expect(await sentTo('Joerg.x@xn--mller-kva.example')).toHaveLength(1);
  });

  test('rule 15 unknown and state fields are refused by name', async () => {
    const { status, body } = await create({ admin: true });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/admin', code: 'field.unknown-field' }] });
    expect((await create({ accesses: [] })).status).toBe(422);
    expect((await create({ firstName: { $ne: '' } })).status).toBe(422);
    expect((await create({ lastName: ['Amsel'] })).status).toBe(422);
  });

  test('names with markup stay text: in the mail and in the portal', async () => {
    const { contact } = (
      await create({
        firstName: '<img src=x onerror=alert(1)>',
        lastName: '"><script>alert(2)</script>',
        portalAccess: { sendPasswordLink: true },
      })
    ).body;
    const [mail] = await sentTo(String(contact.email));
    expect(mail?.html).not.toMatch(/<img src=x|<script/);
    await setPassword(linkIn(mail?.text));
    const { cookie } = await signIn(String(contact.email));
    for (const path of ['/kunden/', '/kunden/profile']) {
      const { text } = await app.page('GET', path, { cookie });
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  test('rule 11 an address with which somebody else signs in is not taken over', async () => {
    const first = (await create({ portalAccess: { sendPasswordLink: true } })).body.contact;
    const { status, body } = await create({ email: String(first.email).toUpperCase(), portalAccess: { sendPasswordLink: true } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'access.account-name-taken' });
  });

  test('a stale change is refused and loses nothing', async () => {
    const { contact } = (await create()).body;
    await change(contact.id, { firstName: 'Berta' });
    const stale = await app.api('PATCH', `/contacts/${contact.id}`, {
      body: { firstName: 'Cora' },
      headers: { 'if-match': `"${contact.version}"` },
    });
    expect(stale.status).toBe(412);
    expect((await app.api<ContactView>('GET', `/contacts/${contact.id}`)).body.firstName).toBe('Berta');
  });

  test('rule 2 hostile Host and Forwarded headers never change a link', async () => {
    const headers: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: 'localhost:4000@evil.example' },
      { host: 'evil.example:80' },
      { host: 'localhost:4000', 'x-forwarded-host': 'evil.example' },
      { host: 'localhost:4000', forwarded: 'host=evil.example;proto=https' },
      { host: 'localhost:4000', 'x-forwarded-proto': 'javascript' },
      { host: 'localhost:4000', 'x-forwarded-for': 'evil.example' },
      { host: 'localhost:4000', 'x-original-url': '/evil' },
      { host: 'localhost:4000', 'x-rewrite-url': '/evil' },
      { host: 'localhost:4000', 'x-host': 'evil.example' },
      { host: 'localhost:4000', 'x-forwarded-server': 'evil.example' },
      { host: 'localhost:4000', origin: 'http://localhost:4000', referer: 'https://evil.example/' },
    ];
    const cookie = await app.signIn();
    for (const header of headers) {
      const email = newAddress();
      await app.api('POST', '/contacts', { cookie, headers: header, body: person({ email, portalAccess: { sendPasswordLink: true } }) });
      const asked = await app.page('POST', '/kunden/forgot-password', { headers: header, form: { typed: email } });
      expect([asked.status, asked.location]).toEqual([303, '/kunden/forgot-password/sent']);
      const mails = await sentTo(email);
      expect(mails).toHaveLength(2);
      for (const { text, html } of mails) {
        expect(linkIn(text)).toMatch(/^http:\/\/localhost:4000\/kunden\/link\//);
        expect(text + html).not.toContain('evil');
      }
    }
  });
});
