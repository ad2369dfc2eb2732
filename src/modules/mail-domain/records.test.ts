import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { zoneResolver } from '../../platform/dns/zone.fixture.ts';
import { checkDkim, judgeKey } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import { examine } from './examine.ts';
import { checkMx } from './mx.ts';
import { commonSelectors, providerOf, providers } from './providers.ts';
import { type MailRoute, sendingOf } from './sending.ts';
import { parseMechanism } from './spf/syntax.ts';
import { goodKey, installation, keys } from './zones.fixture.ts';

const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');

test.each([
  [goodKey, 'dkim-ok'],
  [`p=${keys.good}`, 'dkim-ok'],
  [`v=DKIM1;k=rsa;p=${keys.good};`, 'dkim-ok'],
  [`v=DKIM1; k=rsa; p=${keys.good.slice(0, 200)} ${keys.good.slice(200)}`, 'dkim-ok'],
  [`v=DKIM1; k=rsa; p=${keys.pkcs1}`, 'dkim-ok'],
  [`v=DKIM1; k=ed25519; p=${ed25519}`, 'dkim-ok'],
  [`v=DKIM1; h=sha1:sha256; s=email:*; t=s; n=hello; p=${keys.good}`, 'dkim-ok'],
  ['v=DKIM1; p=', 'dkim-revoked'],
  [`v=DKIM1; p=${keys.short}`, 'dkim-short'],
  [`v=DKIM1; p=${keys.old}`, 'dkim-old-length'],
  [`v=DKIM1; t=y; p=${keys.good}`, 'dkim-testing'],
  [`v=DKIM1; h=sha1; p=${keys.good}`, 'dkim-old-hash'],
  [`v=DKIM1; s=tlsrpt; p=${keys.good}`, 'dkim-not-for-mail'],
  [`v=DKIM2; p=${keys.good}`, 'dkim-syntax'],
  [`k=rsa; v=DKIM1; p=${keys.good}`, 'dkim-syntax'],
  [`v=DKIM1; p=${keys.good}; p=${keys.good}`, 'dkim-syntax'],
  [`v=DKIM1; p=${keys.good.slice(0, -20)}`, 'dkim-syntax'],
  ['v=DKIM1; p=-----BEGIN PUBLIC KEY-----', 'dkim-syntax'],
  [`v=DKIM1; k=ed25519; p=${keys.good}`, 'dkim-syntax'],
  ['v=DKIM1; k=rsa', 'dkim-syntax'],
  ['something else', 'dkim-syntax'],
])('RFC 6376: key %#: %s is %s', (text, code) => {
  expect(judgeKey(text).code).toBe(code);
});

const smtp = { transport: 'smtp', host: 'mail.versand.de', senderAddress: 'portal@muster.de', returnPath: null } as const;

test('keys that a person has named are looked at each by itself; a silent DNS is never a missing key', async () => {
  const resolver = zoneResolver({
    'eins._domainkey.muster.de': { txt: [goodKey] },
    'zwei._domainkey.muster.de': { txt: [goodKey, 'v=DKIM1; p='] },
    'drei._domainkey.muster.de': { fails: true },
    'vier._domainkey.muster.de': { txt: ['v=spf1 -all'] },
  });
  const selectors = ['eins', 'zwei', 'drei', 'vier'];
  const { finding, usable } = await checkDkim(resolver, 'muster.de', sendingOf(smtp, installation), selectors);
  expect(finding.points.map(({ code, values }) => `${values?.selector} ${code}`)).toEqual([
    'zwei dkim-several',
    'vier dkim-missing',
    'drei dkim-silent',
    'eins dkim-ok',
  ]);
  expect([finding.state, usable]).toEqual(['problem', true]);
});

test('where nobody has named a key, a silent DNS says „unknown“ and not „none“', async () => {
  const silent = zoneResolver(Object.fromEntries(commonSelectors.map((selector) => [`${selector}._domainkey.muster.de`, { fails: true }])));
  const { finding } = await checkDkim(silent, 'muster.de', sendingOf(smtp, installation), []);
  expect([finding.state, finding.points[0]?.code]).toEqual(['unknown', 'dkim-all-silent']);
});

test.each([
  ['v=DMARC1; p=reject; rua=mailto:a@muster.de', 'dmarc-reject', 'reject'],
  ['v=DMARC1;p=QUARANTINE', 'dmarc-quarantine', 'quarantine'],
  ['v=DMARC1; p=reject', 'dmarc-reject', 'reject'],
  ['v=DMARC1; rua=mailto:a@muster.de', 'dmarc-none', 'none'],
  ['v=DMARC1; p=quatsch; rua=mailto:a@muster.de!10m', 'dmarc-none', 'none'],
  ['v=DMARC1; p=quatsch', 'dmarc-syntax', undefined],
  ['v=DMARC1', 'dmarc-syntax', undefined],
  ['v=DMARC1; p=none; p=reject; rua=mailto:a@muster.de', 'dmarc-syntax', undefined],
  ['p=reject', 'dmarc-missing', undefined],
  ['"v=DMARC1; p=reject"', 'dmarc-syntax', undefined],
])('RFC 7489: %s is %s', async (text, code, policy) => {
  const { finding, rule } = await checkDmarc(zoneResolver({ '_dmarc.muster.de': { txt: [text] } }), 'muster.de');
  expect(finding.points.map((point) => point.code)).toContain(code);
  expect(rule?.policy).toBe(policy);
});

test('a rule without reports is proposed with an address for them, and keeps all else', async () => {
  const { finding } = await checkDmarc(zoneResolver({ '_dmarc.muster.de': { txt: ['v=DMARC1; p=reject; adkim=s;'] } }), 'muster.de');
  expect(finding.proposals[0]?.value).toBe('v=DMARC1; p=reject; adkim=s; rua=mailto:postmaster@muster.de');
  expect(finding.points.map(({ code }) => code)).toEqual(['dmarc-reject', 'dmarc-no-reports']);
});

test('the nearest rule counts; that of a public suffix is nobody’s own; an unanswered place is unknown', async () => {
  const at = (zone: Parameters<typeof zoneResolver>[0]) => checkDmarc(zoneResolver(zone), 'a.b.muster.de');
  const reject = { txt: ['v=DMARC1; p=reject; sp=none; rua=mailto:a@muster.de'] };
  expect((await at({ '_dmarc.b.muster.de': reject, '_dmarc.muster.de': { txt: ['v=DMARC1; p=reject'] } })).rule).toMatchObject({
    policy: 'none',
    organisation: 'b.muster.de',
  });
  expect((await at({ '_dmarc.muster.de': { txt: ['v=DMARC1; p=reject; psd=y'] } })).rule).toBeUndefined();
  expect((await at({ '_dmarc.muster.de': { fails: true } })).finding.state).toBe('unknown');
});

test('a mail server whose address DNS does not tell is unknown, and a domain of which nothing is known as well', async () => {
  const hosts = await checkMx(zoneResolver({ 'muster.de': { mx: ['10 mx.muster.de'] }, 'mx.muster.de': { fails: true } }), 'muster.de');
  expect(hosts.finding).toMatchObject({ state: 'unknown', points: [{ code: 'mx-hosts-silent' }] });
  const address = await checkMx(zoneResolver({ 'muster.de': { fails: ['a', 'aaaa'] } }), 'muster.de');
  expect(address.finding).toMatchObject({ state: 'unknown', points: [{ code: 'mx-silent' }] });
});

const sending = (route: Partial<MailRoute>, relaySpf?: string, host = installation.host) => {
  const { mechanisms, source, provider, leaves } = sendingOf({ ...smtp, ...route }, { relaySpf, host });
  return [mechanisms.join(' '), source, provider?.name, leaves];
};

test('B028 what stands for our server: the operator’s word, a provider’s, or a guess that says so', () => {
  const mail = { transport: 'mail', host: 'relay.pforte-host.de' } as const;
  expect(sending(mail, 'include:spf.pforte-host.de ip4:192.0.2.1')).toEqual([
    'include:spf.pforte-host.de ip4:192.0.2.1',
    'operator',
    undefined,
    true,
  ]);
  expect(sending(mail)).toEqual(['a:relay.pforte-host.de', 'server', undefined, true]);
  expect(sending({ ...mail, host: '203.0.113.5' })).toEqual(['ip4:203.0.113.5', 'server', undefined, true]);
  expect(sending({ ...mail, host: '[2001:db8::5]' })).toEqual(['ip6:2001:db8::5', 'server', undefined, true]);
  expect(sending({ ...mail, host: '127.0.0.1' })).toEqual(['a:portal.muster-energie.de', 'installation', undefined, true]);
  expect(sending({ ...mail, host: '127.0.0.1' }, undefined, 'localhost')).toEqual(['', undefined, undefined, true]);
  expect(sending({ host: 'smtp.office365.com' })).toEqual(['include:spf.protection.outlook.com', 'provider', 'Microsoft 365', true]);
  expect(sending({}, 'include:spf.pforte-host.de')).toEqual(['a:mail.versand.de', 'server', undefined, true]);
  expect(sending({ transport: 'sendmail', host: null })).toEqual(['a:portal.muster-energie.de', 'installation', undefined, true]);
  expect(sending({ transport: 'test-mailbox', host: null })).toEqual(['', undefined, undefined, false]);
});

test('with a server of which nobody knows where it sends from, the record is still examined', async () => {
  const route = { ...smtp, host: '10.0.0.5' };
  const spf = async (txt: string[]) => {
    const nobody = sendingOf(route, { relaySpf: undefined, host: 'localhost' });
    const { findings } = await examine(zoneResolver({ 'muster.de': { txt } }), route, nobody, ['s1']);
    const proposed = findings[1]?.proposals.map(({ value }) => value) ?? [];
    return [...(findings[1]?.points.map(({ code }) => code) ?? []), ...(txt.length ? [] : proposed)];
  };
  expect(await spf(['v=spf1 mx -all'])).toEqual(['spf-sender-unknown']);
  expect(await spf(['v=spf1 mx -all', 'v=spf1 -all'])).toEqual(['spf-several', 'spf-sender-unknown']);
  // Nothing is proposed: a record that allows nobody would turn every mail away.
  expect(await spf([])).toEqual(['spf-missing-open', 'spf-sender-unknown', 'spf-who-else']);
});

test('a record that outgrows one piece is told so, and nothing at all that proves us is a problem without a rule, too', async () => {
  const long = Array.from({ length: 14 }, (_, index) => `ip4:198.51.100.${index}`).join(' ');
  const mail = { ...smtp, transport: 'mail' } as const;
  const { findings } = await examine(
    zoneResolver({ 'muster.de': { txt: [`v=spf1 ${long} -all`] }, 'mail.versand.de': { a: ['192.0.2.10'] } }),
    mail,
    sendingOf(mail, { ...installation, relaySpf: 'a:mail.versand.de' }),
    ['s1'],
  );
  expect(findings[1]?.points.map(({ code }) => code)).toEqual(['spf-without-us', 'spf-long']);
  expect(findings[4]?.points[0]?.code).toBe('alignment-neither');
});

test.each([
  ['smtp.office365.com', 'Microsoft 365'],
  ['muster-de.mail.protection.outlook.com', 'Microsoft 365'],
  ['smtp.gmail.com', 'Google Workspace'],
  ['ALT1.aspmx.l.google.com.', 'Google Workspace'],
  ['smtp.ionos.de', 'IONOS'],
  ['mx00.kundenserver.de', 'IONOS'],
  ['smtp.strato.de', 'STRATO'],
  ['smtp.eu.mailgun.org', 'Mailgun (EU)'],
  ['smtp.mailgun.org', 'Mailgun'],
  ['smtp.sendgrid.net', 'SendGrid'],
  ['email-smtp.eu-central-1.amazonaws.com', 'Amazon SES'],
  ['ec2-192-0-2-1.eu-central-1.compute.amazonaws.com', undefined],
  ['smtp-relay.brevo.com', 'Brevo'],
  ['in-v3.mailjet.com', 'Mailjet'],
  ['smtp.postmarkapp.com', 'Postmark'],
  ['mail.muster.de', undefined],
  ['notsendgrid.net', undefined],
])('the provider of %s is %s', (host, name) => {
  expect(providerOf(host)?.name).toBe(name);
});

test('every provider’s part of a record is one that receivers understand', () => {
  expect(providers.filter(({ mechanism }) => parseMechanism(mechanism)?.name !== 'include')).toEqual([]);
});
