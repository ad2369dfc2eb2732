import { afterEach, expect, test } from 'vitest';
import { makeCertificate } from '../../mail/delivery/certificate.fixture.ts';
import { checkMailbox } from './check-mailbox.ts';
import { type ScriptedImap, type ScriptedImapOptions, startScriptedImap } from './scripted-imap.fixture.ts';
import { type MailboxTarget, openMailbox } from './session.ts';

const limits = { connect: 1500, silence: 1500, whole: 4000 };
const password = 'Mit Zwölf "Kisten" \\ Kies';
const certificate = makeCertificate();
const trust = { limits, trustedCertificates: [certificate.cert] };
const opened: ScriptedImap[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function imap(options: ScriptedImapOptions = {}): Promise<ScriptedImap> {
  const server = await startScriptedImap(options);
  opened.push(server);
  return server;
}

const target = ({ port }: { port: number }, change: Partial<MailboxTarget> = {}): MailboxTarget => ({
  host: '127.0.0.1',
  port,
  encryption: 'none',
  userName: 'bounces',
  password,
  folder: 'INBOX',
  ...change,
});

test.each(['none', 'starttls', 'tls'] as const)(
  'the check connects with %s, signs in, opens the folder and changes nothing',
  async (encryption) => {
    const server = await imap({ certificate, tls: encryption === 'tls', startTls: encryption === 'starttls' });
    server.deliver(Buffer.from('Subject: x\r\n\r\n'));
    let given: string[] = [];
    server.script.login = (...login) => {
      given = login;
      return 'OK welcome';
    };
    expect(await checkMailbox(target(server, { encryption }), trust)).toEqual({ count: 1 });
    expect(given).toEqual(['bounces', Buffer.from(password, 'utf8').toString('latin1')]);
    expect(server.commands.filter((command) => /FETCH|STORE|EXPUNGE/.test(command))).toEqual([]);
  },
);

test('rule 18 the cause of a failure in words, without the password', async () => {
  const wrong = await imap();
  wrong.script.login = (user, given) => `NO [AUTHENTICATIONFAILED] ${user} with ${Buffer.from(given, 'latin1').toString('utf8')} is wrong`;
  const refused = await checkMailbox(target(wrong, { password: 'geheimes-Passwort' }), trust);
  expect(refused).toEqual({ failure: 'auth-failed', answer: 'bounces with … is wrong' });

  const closed = await imap();
  await closed.close();
  expect(await checkMailbox(target(closed), trust)).toMatchObject({ failure: 'host-unreachable' });
  expect(await checkMailbox(target({ port: 143 }, { host: 'imap.invalid', encryption: 'tls' }), trust)).toMatchObject({
    failure: 'host-unknown',
  });
  expect(await checkMailbox(target(await imap(), { folder: 'Rückläufer' }), trust)).toMatchObject({ failure: 'folder-unknown' });
  expect(await checkMailbox(target(await imap({ loginDisabled: true })), trust)).toMatchObject({ failure: 'auth-not-offered' });
});

test('rule 18 off loopback, or where TLS was chosen, the password never leaves in the clear', async () => {
  expect(await checkMailbox(target({ port: 143 }, { host: 'imap.example.com' }), trust)).toMatchObject({ failure: 'encryption-required' });
  const bare = await imap();
  expect(await checkMailbox(target(bare, { encryption: 'starttls' }), trust)).toMatchObject({ failure: 'no-starttls' });
  const untrusted = await imap({ certificate, startTls: true });
  expect(await checkMailbox(target(untrusted, { encryption: 'starttls' }), { limits })).toMatchObject({ failure: 'certificate-invalid' });
  const stranger = makeCertificate({ hosts: ['imap.other.example'] });
  const misnamed = await imap({ certificate: stranger, tls: true });
  expect(await checkMailbox(target(misnamed, { encryption: 'tls' }), { limits, trustedCertificates: [stranger.cert] })).toMatchObject({
    failure: 'certificate-invalid',
  });
  const plain = await imap();
  expect(await checkMailbox(target(plain, { encryption: 'tls' }), trust)).toMatchObject({ failure: 'tls-failed' });
  const early = await imap();
  early.script.greeting = () => 'PREAUTH welcome without asking';
  expect(await checkMailbox(target(early, { encryption: 'starttls' }), trust)).toMatchObject({ failure: 'no-starttls' });
  for (const server of [bare, untrusted, misnamed, plain, early]) expect(server.commands).not.toContain('LOGIN');
});

test.each(['hang', 'drop'] as const)('rule 23 a server that does this at any step is left: %s', async (reply) => {
  for (const step of ['greeting', 'login', 'select'] as const) {
    const server = await imap();
    server.script[step] = () => reply;
    const found = await checkMailbox(target(server), { limits: { connect: 300, silence: 300, whole: 600 } });
    expect([step, found]).toEqual([step, { failure: reply === 'hang' ? 'timeout' : 'connection-lost', answer: null }]);
  }
});

test('only the beginning of a long mail is fetched, and it stays unseen', async () => {
  const server = await imap();
  const uid = server.deliver(Buffer.alloc(3_000_000, 'x'));
  const session = await openMailbox(target(server), limits);
  if ('failure' in session) throw new Error(session.failure);
  expect((await session.read(uid))?.length).toBe(1024 * 1024);
  expect(await session.read(99)).toBeUndefined();
  expect(await session.uidsAfter(uid)).toEqual([]);
  await session.close();
  expect(server.folder.mails[0]?.flags.size).toBe(0);
  expect(server.commands.find((command) => command.startsWith('UID FETCH'))).toContain('BODY.PEEK[]');
});

test('without UIDPLUS nothing that others have marked is cleared away', async () => {
  const server = await imap({ uidPlus: false });
  const [theirs, ours] = [server.deliver(Buffer.from('a')), server.deliver(Buffer.from('b'))];
  server.folder.mails[0]?.flags.add('\\Deleted');
  const session = await openMailbox(target(server), limits);
  if ('failure' in session) throw new Error(session.failure);
  await session.remove([ours]);
  await session.close();
  expect(server.folder.mails.map(({ uid }) => uid)).toEqual([theirs, ours]);
  expect(server.folder.mails[1]?.flags).toContain('\\Deleted');
});
