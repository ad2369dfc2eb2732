import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../../platform/clock.ts';
import { linkIn, pathOf, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, change, sentTo, setPassword, signIn, invited } = await peopleApp();

describe('the link', () => {
  test('B006 the link works for 48 hours: 47:59 works', async () => {
    const { link } = await invited();
    app.clock.turn(hours(48) - minutes(1));
    expect((await app.page('GET', pathOf(link))).status).toBe(200);
    expect((await setPassword(link)).status).toBe(303);
  });

  test('B006 the link works for 48 hours: 48:01 does not', async () => {
    const { link, contact } = await invited();
    app.clock.turn(hours(48) + minutes(1));
    expect((await setPassword(link)).status).toBe(410);
    expect((await signIn(String(contact.email))).status).toBe(401);
  });

  test('B012 the link works once', async () => {
    const { link, contact } = await invited();
    await setPassword(link);
    expect((await setPassword(link, 'ein ganz anderes Kennwort 7')).status).toBe(410);
    expect((await app.page('GET', pathOf(link))).text).toContain('schon benutzt');
    expect((await signIn(String(contact.email))).status).toBe(303);
  });

  test('B013 rule 6 GET, HEAD and preview robots change nothing', async () => {
    const { link } = await invited();
    for (const robot of ['BingPreview/1.0b', 'Slackbot-LinkExpanding 1.0', 'facebookexternalhit/1.1', 'Barracuda Sentinel (EE)']) {
      const headers = { 'user-agent': robot, 'sec-purpose': 'prefetch;prerender' };
      expect((await app.page('HEAD', pathOf(link), { headers })).status).toBe(200);
      expect((await app.page('GET', pathOf(link), { headers })).status).toBe(200);
    }
    expect((await setPassword(link)).status).toBe(303);
  });

  test('B014 an expired link offers a new one, which arrives and works', async () => {
    const { link, contact } = await invited();
    app.clock.turn(hours(49));
    const page = await app.page('GET', pathOf(link));
    expect(page.status).toBe(410);
    expect(page.text).toContain('Neuen Link anfordern');
    expect((await app.page('POST', `${pathOf(link)}/renew`, { form: {} })).status).toBeLessThan(400);
    const mails = await sentTo(String(contact.email));
    expect(mails).toHaveLength(2);
    expect((await setPassword(linkIn(mails[0]?.text ?? ''))).status).toBe(303);
  });

  test('B014 a used link leads on: to the sign-in and to a new password', async () => {
    const { link } = await invited();
    await setPassword(link);
    const { text } = await app.page('GET', pathOf(link));
    expect(text).toContain('/kunden/sign-in');
    expect(text).toContain('/kunden/forgot-password');
  });

  test('rule 3 a newer mail takes the older link out of use, and the older one says so', async () => {
    const { link, contact } = await invited();
    app.clock.turn(minutes(5));
    await change(contact.id, { portalAccess: { sendPasswordLink: true } });
    const page = await app.page('GET', pathOf(link));
    expect(page.status).toBe(410);
    expect(page.text).toContain('neuere E-Mail');
    expect((await setPassword(link)).status).toBe(410);
  });

  test('rule 3 of 50 simultaneous submissions with 50 passwords exactly one succeeds, and its password is the one', async () => {
    const { link, contact } = await invited();
    const passwords = Array.from({ length: 50 }, (_, index) => `Laterne ${index} steht schief am Fluss`);
    const answers = await Promise.all(
      passwords.map((password, index) => app.page('POST', pathOf(link), { form: { password }, network: `192.0.2.${index}` })),
    );
    const winners = answers.flatMap(({ status }, index) => (status === 303 ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    expect((await signIn(String(contact.email), passwords[winners[0] ?? 0])).status).toBe(303);
  });

  test('a refused password does not burn the link', async () => {
    const { link } = await invited();
    const refused = await setPassword(link, 'Kundenportal2026');
    expect(refused.location).toBe(pathOf(link));
    expect((await setPassword(link)).location).toBe('/kunden/sign-in');
  });

  test('B024 after a password was set the person is told', async () => {
    const { link, contact } = await invited();
    await setPassword(link);
    const mails = await sentTo(String(contact.email));
    const notice = mails.find(({ subject }) => subject.includes('wurde festgelegt'));
    expect(mails).toHaveLength(2);
    expect(notice?.text).toContain('/kunden/forgot-password');
    expect(linkIn(notice?.text ?? '')).toBe('');
  });

  test.each([
    ['blocked', { blockedAt: new Date('2026-03-01') }],
    ['expired', { expiresOn: '2026-03-01' }],
  ] as const)('B119 a link that is open when its access is %s ends with it, without any job', async (_, facts) => {
    const { link, contact } = await invited();
    await app.database.owner.db
      .updateTable('access')
      .set(facts)
      .where('id', '=', contact.accesses[0]?.accessId as never)
      .execute();
    expect((await setPassword(link)).status).toBe(410);
    const after = await app.api<ContactView>('GET', `/contacts/${contact.id}`);
    expect(after.body.accesses[0]?.hasPassword).toBe(false);
  });
});
