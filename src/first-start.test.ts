import { describe, expect, test } from 'vitest';
import { administrator, testApp } from './app.fixture.ts';
import { addWorkspace } from './first-start.ts';
import { adoptMailServer, mailSettingFromUrl } from './modules/mail/index.ts';
import { saveSetupLink } from './modules/setup/index.ts';
import { newSecret } from './platform/secret.ts';

const app = await testApp();
const place = { ...app, app, db: app.database.db, now: app.clock.now() };
const other = { workspace: 'Zweite AG', language: 'de', addressForm: 'du', timeZone: 'Europe/Berlin' } as const;

describe('set-up', () => {
  test('is done once: afterwards neither a set-up address nor its secret opens anything', async () => {
    const secret = newSecret();
    await saveSetupLink(app.database.db, secret, app.clock.now());
    const body = { secret, ...other, name: 'Eva', email: 'eva@zweite.example', password: 'zwei Schirme im Regen stehn' };
    const { status, body: problem } = await app.api<{ code: string }>('POST', '/setup', { cookie: null, body });
    expect([status, problem.code]).toEqual([409, 'setup.already-done']);
    expect((await app.api('GET', '/setup', { cookie: null })).body).toMatchObject({ waiting: false });
  });

  test('rule 13 a second workspace without a base domain could not be told apart, and is refused', async () => {
    await expect(addWorkspace(place, other, { email: 'eva@zweite.example', password: null })).rejects.toThrow(/PFORTE_BASE_DOMAIN/);
    expect((await app.api('GET', '/me')).status).toBe(200);
  });
});

describe('the mail server of the operator', () => {
  const settings = async () => (await app.api<{ transport: string; host: string | null }>('GET', '/mail/settings')).body;
  const adopt = (url: string | undefined) =>
    app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(adoptMailServer, mailSettingFromUrl(url, app.vault));

  test('takes the place of a test mailbox that nobody chose, and changes with the setting', async () => {
    expect((await settings()).transport).toBe('test-mailbox');
    await adopt('smtp://127.0.0.1:2525');
    expect(await settings()).toMatchObject({ transport: 'smtp', host: '127.0.0.1' });
    await adopt('smtp://127.0.0.2:2525');
    expect((await settings()).host).toBe('127.0.0.2');
    await adopt(undefined);
    expect((await settings()).host).toBe('127.0.0.2');
  });
});

test('rule 18 no default password: the administrator’s is judged like any other', async () => {
  await expect(
    addWorkspace({ ...place, urls: { ...app.urls, baseDomain: 'pforte.example' } }, other, { ...administrator, password: 'Passwort1234' }),
  ).rejects.toMatchObject({
    code: expect.stringMatching(/^password\./),
  });
});
