import { afterEach, expect, test } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import type { Schema } from '../../schema.ts';
import { briskSmtp, openPost } from '../mail.fixture.ts';
import { openLine, type SmtpTarget } from '../transport/smtp-line.ts';
import { makeCertificate } from './certificate.fixture.ts';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from './scripted-smtp.fixture.ts';

const database = await testDatabase<Schema>();
const own = makeCertificate();
const foreign = makeCertificate({ hosts: ['mail.elsewhere.example'] });
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function server(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const smtp = await startScriptedSmtp(options);
  opened.push(smtp);
  return smtp;
}

const target = (port: number, change: Partial<SmtpTarget> = {}): SmtpTarget => ({
  host: '127.0.0.1',
  port,
  encryption: 'starttls',
  userName: null,
  password: null,
  ...change,
});
const open = (to: SmtpTarget, trusted?: string) => openLine(to, briskSmtp.limits, trusted ? { trustedCertificates: [trusted] } : {});

async function postWith(smtp: ScriptedSmtp, encryption: 'starttls' | 'tls') {
  const at = await openPost(database, { smtpUrl: `smtp://muster:geheim-123@127.0.0.1:${smtp.port}?from=no-reply@example.com` });
  await database.db.updateTable('mailSetting').set({ encryption }).where('workspaceId', '=', at.workspace.id).execute();
  return at;
}

test('rule 18 over STARTTLS with a certificate that is trusted, mail and login are encrypted', async () => {
  const smtp = await server({ startTls: true, certificate: own, offersAuth: true });
  const at = await postWith(smtp, 'starttls');
  await at.leaveOne('anna@kunde.example');
  const worker = at.worker({ smtp: { trustedCertificates: [own.cert] } });
  opened.push({ close: () => worker.stop() });
  await worker.runOnce();
  expect(smtp.mails).toMatchObject([{ encrypted: true }]);
  expect(smtp.commands.findIndex((line) => line.startsWith('AUTH'))).toBeGreaterThan(smtp.commands.indexOf('STARTTLS'));
  expect(await at.attempts()).toMatchObject([{ outcome: 'accepted', tls: 'TLSv1.3' }]);
});

test('rule 18 over TLS from the first byte', async () => {
  const smtp = await server({ tls: true, certificate: own });
  const line = await open(target(smtp.port, { encryption: 'tls' }), own.cert);
  expect(line).toMatchObject({ tls: 'TLSv1.3' });
  if ('close' in line) line.close();
});

test.each([
  ['does not offer STARTTLS', 'starttls', {}, 'no-starttls'],
  [
    'refuses STARTTLS',
    'starttls',
    { startTls: true, certificate: own, script: { starttls: () => '454 4.7.0 TLS not available' } },
    'no-starttls',
  ],
  ['shows a self-signed certificate', 'starttls', { startTls: true, certificate: own }, 'certificate-self-signed'],
  ['shows a self-signed certificate from the first byte', 'tls', { tls: true, certificate: own }, 'certificate-self-signed'],
  ['speaks no TLS where TLS is expected', 'tls', {}, 'tls-failed'],
] as const)(
  'rule 18 a server that %s gets nothing: no login, no mail, the transport pauses and says why',
  async (_, encryption, options, cause) => {
    const smtp = await server({ offersAuth: true, ...(options as ScriptedSmtpOptions) });
    const at = await postWith(smtp, encryption);
    const id = await at.leaveOne('anna@kunde.example');
    const worker = at.worker({ smtp: { limits: { connect: 500, envelope: 500, final: 500 } } });
    opened.push({ close: () => worker.stop() });
    await worker.runOnce();
    expect(await at.setting()).toMatchObject({ pauseCause: cause });
    expect(smtp.commands.filter((line) => /^(AUTH|MAIL|RCPT|DATA)/.test(line))).toEqual([]);
    expect(await at.message(id)).toMatchObject({ attempts: 0, deferrals: 0, acceptedAt: null });
    at.clock.turn(minutes(5));
    await worker.runOnce();
    expect(smtp.mails).toEqual([]);
  },
);

test('rule 18 a certificate that belongs to another name is refused, even if it is trusted', async () => {
  const smtp = await server({ startTls: true, certificate: foreign });
  expect(await open(target(smtp.port), foreign.cert)).toMatchObject({ failure: 'certificate-name' });
});

test('rule 18 what a stranger slips in before the encryption is not taken for an answer of the server', async () => {
  const smtp = await server({ startTls: true, certificate: own, script: { starttls: () => '220 ready\r\n250-evil\r\n250 AUTH PLAIN' } });
  const line = await open(target(smtp.port, { userName: 'muster', password: 'geheim' }), own.cert);
  expect(line).toMatchObject({ failure: expect.stringMatching(/auth-not-offered|tls-failed/) });
});

test.each(['mail.example.com', '192.0.2.7', '10.0.0.5', '0.0.0.0', 'localhost.example.com', '127.0.0.1.example.com'])(
  'rule 18 without encryption nothing is sent to %s, not even a connection is opened',
  async (host) => {
    expect(await open(target(25, { host, encryption: 'none' }))).toMatchObject({ failure: 'encryption-required' });
  },
);
