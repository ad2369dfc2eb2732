import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { days, hours, minutes } from '../../platform/clock.ts';
import { type Zone, zoneResolver } from '../../platform/dns/zone.fixture.ts';
import { addAdministrator } from '../user/index.ts';
import type { DomainRecordView, MailDomainView } from './contract.ts';
import { checkDomainIfDue } from './daily-check.ts';
import { goodKey, world } from './zones.fixture.ts';

const rightZone = (): Zone => ({
  ...world,
  'muster.de': { mx: ['10 mx.postfach.de'], txt: ['v=spf1 mx include:spf.pforte-host.de -all'] },
  '_dmarc.muster.de': { txt: ['v=DMARC1; p=none; rua=mailto:dmarc@muster.de'] },
  's1._domainkey.muster.de': { txt: [goodKey] },
});

const resolver = zoneResolver(rightZone());
const app = await testApp(
  {
    PFORTE_SMTP_URL: 'smtp://mail.versand.de?from=portal@muster.de',
    PFORTE_MAIL_RELAY: 'smtp://relay.pforte-host.de',
    PFORTE_MAIL_RELAY_SPF: 'include:spf.pforte-host.de',
  },
  { resolver },
);
const colleague = { email: 'kollege@muster.example', password: 'neun Laternen im Nebel' };

beforeAll(async () => {
  const passwordHash = await app.hasher.hash(colleague.password);
  const system = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const user = await system(addAdministrator, { name: 'Kollege', language: 'de', passwordHash, email: colleague.email });
  await app.database.owner.db.updateTable('user').set({ administrator: false }).where('id', '=', user.id).execute();
});

beforeEach(async () => {
  await setting({ transport: 'mail', senderAddress: 'portal@muster.de' });
  await app.database.owner.db.deleteFrom('mailDomain').execute();
  resolver.zone = rightZone();
  resolver.asked.length = 0;
});

const asColleague = async () => ({ cookie: await app.signIn(colleague.email, colleague.password) });
const setting = (change: object) => app.database.owner.db.updateTable('mailSetting').set(change).execute();
const look = async (options = {}) => (await app.api<MailDomainView>('GET', '/mail/domain', options)).body;
const check = async (options = {}) => (await app.api<MailDomainView>('POST', '/mail/domain/check', options)).body;
const day = () => app.workers.domains.drain();
const events = async () => {
  const rows = await app.database.owner.db
    .selectFrom('event')
    .select(['name', 'change', 'actorKind'])
    .where('name', 'like', 'mail-domain.%')
    .orderBy('sequence')
    .execute();
  return rows;
};
const record = ({ records }: MailDomainView, kind: DomainRecordView['kind']): DomainRecordView => {
  const found = records.find((one) => one.kind === kind);
  if (!found) throw new Error(`no record ${kind}`);
  return found;
};

test('B028 for „Mail“ the part of the SPF record that the operator gives is shown before anything was checked', async () => {
  const view = await look();
  expect(view).toMatchObject({ domain: 'muster.de', checkedAt: null, state: null, records: [], uncheckable: null });
  expect(view.spfPart).toMatchObject({ text: 'include:spf.pforte-host.de', source: 'operator', guess: false });
  expect(resolver.asked).toEqual([]);
});

test('B028 the record to publish is what is there, with our part in front of its end', async () => {
  resolver.zone['muster.de'] = { mx: ['10 mx.postfach.de'], txt: ['v=spf1 mx include:_spf.google.com -all'] };
  const spf = record(await check(), 'spf');
  expect(spf.publish).toEqual([
    {
      name: 'muster.de',
      type: 'TXT',
      value: 'v=spf1 mx include:_spf.google.com include:spf.pforte-host.de -all',
      replaces: ['v=spf1 mx include:_spf.google.com -all'],
    },
  ]);
});

test('B028 for SMTP what stands for the server is derived, and a guess says that it is one', async () => {
  await setting({ transport: 'smtp' });
  expect((await look()).spfPart).toMatchObject({ text: 'a:mail.versand.de', source: 'server', guess: true });
  await setting({ host: 'smtp.office365.com' });
  expect((await look()).spfPart).toMatchObject({ text: 'include:spf.protection.outlook.com', source: 'provider', guess: false });
  await setting({ host: 'mail.versand.de' });
});

test.each([
  ['missing', ['MS=1'], 'problem', 'spf-missing', /Es gibt keinen SPF-Eintrag für muster\.de/],
  ['present without us', ['v=spf1 mx -all'], 'problem', 'spf-without-us', /nennt unseren Mailserver nicht.*include:spf\.pforte-host\.de/],
  ['ok', ['v=spf1 include:spf.pforte-host.de -all'], 'ok', 'spf-ok', /darf im Namen von muster\.de senden/],
  ['more than one', ['v=spf1 mx -all', 'v=spf1 -all'], 'problem', 'spf-several', /Es gibt 2 SPF-Einträge, erlaubt ist einer/],
])('B029 the SPF record is %s', async (_, txt, state, code, sentence) => {
  resolver.zone['muster.de'] = { mx: ['10 mx.postfach.de'], txt };
  const spf = record(await check(), 'spf');
  expect(spf).toMatchObject({ label: 'Erlaubte Mailserver (SPF)', state, code });
  expect(spf.sentence).toMatch(sentence);
});

test('B029 what was seen is kept with its time, and told in the language of whoever reads it', async () => {
  await check();
  resolver.zone = {};
  app.clock.turn(minutes(5));
  const later = await look();
  expect(later).toMatchObject({
    state: 'unknown',
    outdated: false,
    checkedAt: new Date(app.clock.now().getTime() - minutes(5)).toISOString(),
  });
  expect(record(later, 'mx').sentence).toBe('Antworten kommen an: mx.postfach.de nimmt die E-Mails der Domain entgegen.');
  await app.api('PATCH', '/me', { body: { language: 'en' } });
  expect(record(await look(), 'mx').sentence).toBe('Replies arrive: mx.postfach.de takes the e-mails of this domain.');
  await app.api('PATCH', '/me', { body: { language: 'de' } });
});

test('B029 a DNS that does not answer is „unknown“, never „missing“, and what was known before is still told', async () => {
  const before = await check();
  resolver.zone['muster.de'] = { fails: true };
  app.clock.turn(hours(1));
  const spf = record(await check(), 'spf');
  expect(spf).toMatchObject({ state: 'unknown', code: 'spf-silent', publish: [], lastKnown: { state: 'ok', at: before.checkedAt } });
});

test('rule 13 colleagues may look, only an administrator checks and changes', async () => {
  expect(await look(await asColleague())).toMatchObject({ domain: 'muster.de', allowed: [] });
  expect((await app.api('POST', '/mail/domain/check', await asColleague())).status).toBe(403);
  expect((await app.api('PATCH', '/mail/domain', { ...(await asColleague()), body: { dkimSelectors: ['s1'] } })).status).toBe(403);
  expect((await app.api('GET', '/mail/domain', { cookie: null })).status).toBe(401);
  expect((await look()).allowed).toEqual(['check', 'edit']);
  expect(resolver.asked).toEqual([]);
});

test('the names of our keys are set, checked as they are, and anything that is no name is refused', async () => {
  expect(record(await check(), 'dkim').code).toBe('dkim-somebodys');
  const changed = await app.api<MailDomainView>('PATCH', '/mail/domain', { body: { dkimSelectors: [' S1 ', 's1', 'k2.sub'] } });
  expect(changed.body).toMatchObject({ dkimSelectors: ['s1', 'k2.sub'], outdated: true });
  expect(record(await check(), 'dkim').publish).toEqual([{ name: 'k2.sub._domainkey.muster.de', type: 'TXT', value: null, replaces: [] }]);
  for (const selector of ['', 'a b', 'a..b', '-a', 'ä', 'x'.repeat(64)])
    expect((await app.api('PATCH', '/mail/domain', { body: { dkimSelectors: [selector] } })).status).toBe(422);
  expect((await events()).at(-2)).toMatchObject({
    name: 'mail-domain.changed',
    change: { after: { dkimSelectors: ['s1', 'k2.sub'] } },
  });
});

test('B028 the guess is replaced by what a person says, and the record that is to be published has it', async () => {
  await setting({ transport: 'smtp', host: 'mail.versand.de' });
  resolver.zone['muster.de'] = { mx: ['10 mx.postfach.de'], txt: ['v=spf1 mx -all'] };
  expect(record(await check(), 'spf').publish).toMatchObject([{ value: 'v=spf1 mx a:mail.versand.de -all' }]);
  const say = (spfPart: string | null) => app.api<MailDomainView & { errors?: object[] }>('PATCH', '/mail/domain', { body: { spfPart } });
  const said = (await say(' v=spf1 Include:spf.versand.de ~all ')).body;
  expect(said).toMatchObject({
    outdated: true,
    spfStated: 'include:spf.versand.de',
    spfPart: { text: 'include:spf.versand.de', source: 'stated', guess: false },
  });
  expect(record(await check(), 'spf')).toMatchObject({
    code: 'spf-without-us',
    publish: [{ value: 'v=spf1 mx include:spf.versand.de -all' }],
  });
  resolver.zone['muster.de'] = { mx: ['10 mx.postfach.de'], txt: ['v=spf1 mx include:spf.versand.de -all'] };
  expect(record(await check(), 'spf').code).toBe('spf-ok');
  expect((await events()).filter(({ name }) => name === 'mail-domain.changed').at(-1)).toMatchObject({
    change: { before: { spfMechanisms: [] }, after: { spfMechanisms: ['include:spf.versand.de'] } },
  });
  const refused = await say('https://mail.versand.de');
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject([{ pointer: '/spfPart', detail: expect.stringContaining('https://mail.versand.de') }]);
  expect((await say('')).body).toMatchObject({ spfStated: '', spfPart: { text: 'a:mail.versand.de', source: 'server', guess: true } });
  expect((await say(null)).status).toBe(200);
});

test('a sender that is no real domain is told so, and DNS is never asked about it', async () => {
  await setting({ senderAddress: 'no-reply@pforte.invalid' });
  const view = await look();
  expect(view).toMatchObject({ domain: 'pforte.invalid', allowed: ['edit'] });
  expect(view.uncheckable).toMatch(/gehört zu keiner echten Domain/);
  expect((await app.api<{ code: string }>('POST', '/mail/domain/check')).body.code).toBe('mail-domain.no-real-domain');
  await day();
  expect(resolver.asked).toEqual([]);
});

test('the domain is looked at every day, by the time of the last look, and an hour later where DNS did not answer', async () => {
  const looks = async () => {
    resolver.asked.length = 0;
    await day();
    return resolver.asked.length > 0;
  };
  expect(await looks()).toBe(true);
  app.clock.turn(days(1) - minutes(1));
  expect(await looks()).toBe(false);
  app.clock.turn(minutes(1));
  expect(await looks()).toBe(true);
  app.clock.turn(hours(12));
  await check();
  app.clock.turn(hours(13));
  expect(await looks()).toBe(false);
  app.clock.turn(hours(11));
  resolver.zone['muster.de'] = { fails: true };
  expect(await looks()).toBe(true);
  app.clock.turn(minutes(59));
  expect(await looks()).toBe(false);
  app.clock.turn(minutes(1));
  expect(await looks()).toBe(true);
});

test('a change of sender or server is looked at at once; where nothing leaves, nothing is asked', async () => {
  await day();
  resolver.asked.length = 0;
  await setting({ transport: 'smtp' });
  expect((await look()).outdated).toBe(true);
  await day();
  expect((await look()).outdated).toBe(false);
  expect(resolver.asked.length).toBeGreaterThan(0);
  resolver.asked.length = 0;
  await setting({ transport: 'test-mailbox' });
  await day();
  expect(resolver.asked).toEqual([]);
});

test('of two servers at the same moment one looks; a look that a server took with it is taken up after ten minutes', async () => {
  const place = {
    db: app.database.db,
    clock: app.clock,
    workspace: app.workspace,
    perform: app.performIn({ actor: { kind: 'system' }, workspace: app.workspace }),
  };
  const tools = { resolver, installation: { relaySpf: undefined, relayHost: 'relay.pforte-host.de' } };
  for (let round = 0; round < 5; round++) {
    const did = await Promise.all(Array.from({ length: 4 }, () => checkDomainIfDue(place, tools)));
    expect(did.filter(Boolean)).toHaveLength(1);
    app.clock.turn(days(1));
  }
  const killed = { ...resolver, mx: () => Promise.reject(new Error('killed')) };
  await expect(checkDomainIfDue(place, { ...tools, resolver: killed })).rejects.toThrow('killed');
  expect(await checkDomainIfDue(place, tools)).toBe(false);
  app.clock.turn(minutes(10));
  expect(await checkDomainIfDue(place, tools)).toBe(true);
});

test('what becomes worse is an alarm with an event, until it is as good as before', async () => {
  await day();
  const quiet = (await events()).length;
  expect((await look()).alarm).toBeNull();
  resolver.zone['muster.de'] = { mx: ['10 mx.postfach.de'], txt: ['v=spf1 mx -all'] };
  app.clock.turn(days(1));
  await day();
  const view = await look(await asColleague());
  expect(view.alarm).toMatchObject({ since: app.clock.now().toISOString() });
  expect(view.alarm?.sentence).toMatch(/^Bei muster\.de stimmt seit .* Uhr etwas nicht mehr: Erlaubte Mailserver \(SPF\)/);
  expect((await events()).slice(quiet)).toMatchObject([
    {
      name: 'mail-domain.worsened',
      actorKind: 'system',
      change: { before: { spf: 'ok' }, after: { domain: 'muster.de', spf: 'problem' } },
    },
  ]);

  resolver.zone['muster.de'] = { fails: true };
  app.clock.turn(days(1));
  await day();
  expect((await look()).alarm).toMatchObject({ since: view.alarm?.since });
  expect(await events()).toHaveLength(quiet + 1);

  resolver.zone = rightZone();
  app.clock.turn(days(1));
  await day();
  expect((await look()).alarm).toBeNull();
  expect((await events()).at(-1)).toMatchObject({ name: 'mail-domain.recovered', change: { after: { spf: 'ok' } } });
});

test('a day on which everything is as before leaves no event; a look that somebody asked for does', async () => {
  await day();
  const before = (await events()).length;
  app.clock.turn(days(1));
  await day();
  expect(await events()).toHaveLength(before);
  await check();
  expect((await events()).slice(before)).toMatchObject([{ name: 'mail-domain.checked', actorKind: 'user' }]);
});

test('an alarm ends for whoever takes note of it, and the same state is no alarm again', async () => {
  await day();
  resolver.zone['_dmarc.muster.de'] = { txt: [] };
  app.clock.turn(days(1));
  await day();
  expect((await look()).alarm).not.toBeNull();
  const seen = await app.api<MailDomainView>('PATCH', '/mail/domain', { body: { alarmSeen: true } });
  expect(seen.body.alarm).toBeNull();
  expect((await events()).at(-1)).toMatchObject({ name: 'mail-domain.alarm-seen', change: { after: { dmarc: 'warning' } } });
  app.clock.turn(days(1));
  await day();
  expect((await look()).alarm).toBeNull();
});

test('another domain is nothing to compare with: no alarm, and the result of the one before is not shown for it', async () => {
  await day();
  await setting({ senderAddress: 'portal@anders.de' });
  expect(await look()).toMatchObject({ domain: 'anders.de', checkedAt: null, records: [] });
  await day();
  expect(await look()).toMatchObject({ state: 'problem', alarm: null });
  expect((await look()).trouble).toBe(
    'Bei anders.de fehlt noch etwas, damit E-Mails sicher ankommen: Empfang (MX), Erlaubte Mailserver (SPF).',
  );
});
