import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../delivery/certificate.fixture.ts';
import { type ScriptedSmtp, type ScriptedSmtpOptions, type SmtpScript, startScriptedSmtp } from '../delivery/scripted-smtp.fixture.ts';
import type { SmtpTarget } from '../transport/smtp-line.ts';
import { examine, handOverNow, type MailTools } from './examine.ts';
import { localWaysOf } from './local-ways.ts';

const own = makeCertificate();
const foreign = makeCertificate({ hosts: ['mail.elsewhere.example'] });
const expired = makeCertificate(undefined, '20210101000000Z');
const opened: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function server(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const smtp = await startScriptedSmtp(options);
  opened.push(smtp.close);
  return smtp;
}

const tools = (trusted?: string): MailTools => ({
  local: localWaysOf({ sendmail: '/nowhere/sendmail', mailRelay: 'smtp://127.0.0.1:1' }),
  limits: { connect: 600, envelope: 400, final: 400 },
  ...(trusted && { trustedCertificates: [trusted] }),
});
const subject = (port: number, change: Partial<SmtpTarget> = {}) => ({
  transport: 'smtp' as const,
  envelope: 'portal@muster-energie.de',
  target: { host: '127.0.0.1', port, encryption: 'none' as const, userName: null, password: null, ...change },
});
const login = { userName: 'muster', password: 'geheim-123' };

describe('B030 the check finds', () => {
  test('that everything works: it connects, secures, signs in and asks for the sender, and no mail leaves', async () => {
    const smtp = await server({ startTls: true, certificate: own, offersAuth: true });
    const found = await examine(subject(smtp.port, { encryption: 'starttls', ...login }), tools(own.cert));
    expect(found).toEqual({ cause: null, tls: 'TLSv1.3', code: 250, enhancedCode: '2.1.0', answer: '2.1.0 ok' });
    expect(smtp.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'AUTH', 'MAIL', 'RSET']);
    expect(smtp.commands).toContain('MAIL FROM:<portal@muster-energie.de>');
    expect(smtp.mails).toEqual([]);
  });

  test.each([
    ['an expired certificate', expired, expired.cert, 'certificate-expired'],
    ['a certificate of another name', foreign, foreign.cert, 'certificate-name'],
    ['a certificate that the server made itself', own, undefined, 'certificate-self-signed'],
  ])('%s, before anything secret is said', async (_, certificate, trusted, cause) => {
    for (const [encryption, options] of [
      ['starttls', { startTls: true }],
      ['tls', { tls: true }],
    ] as const) {
      const smtp = await server({ ...options, certificate, offersAuth: true });
      expect(await examine(subject(smtp.port, { encryption, ...login }), tools(trusted))).toMatchObject({ cause, tls: null });
      expect(smtp.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
    }
  });

  test('that STARTTLS is not offered', async () => {
    const smtp = await server({ offersAuth: true });
    expect(await examine(subject(smtp.port, { encryption: 'starttls', ...login }), tools())).toMatchObject({ cause: 'no-starttls' });
    expect(smtp.commands.filter((line) => line.startsWith('AUTH'))).toEqual([]);
  });

  test('that nobody speaks TLS where TLS is expected', async () => {
    const smtp = await server();
    expect(await examine(subject(smtp.port, { encryption: 'tls' }), tools())).toMatchObject({ cause: 'tls-failed' });
  });

  test('a wrong user name or password, in the server’s words and never with the password', async () => {
    const smtp = await server({
      offersAuth: true,
      script: { auth: (_, password) => `535 5.7.8 Authentication failed for ${password} ${Buffer.from(password).toString('base64')}` },
    });
    expect(await examine(subject(smtp.port, login), tools())).toEqual({
      cause: 'auth-failed',
      tls: null,
      code: 535,
      enhancedCode: '5.7.8',
      answer: '5.7.8 Authentication failed for … …',
    });
  });

  test('that the server knows no login', async () => {
    const smtp = await server();
    expect(await examine(subject(smtp.port, login), tools())).toMatchObject({ cause: 'auth-not-offered' });
  });

  test.each([
    ['550 5.7.1 not your address', 'sender-refused'],
    ['553 5.7.1 sender rejected', 'sender-refused'],
    ['530 5.7.0 login first', 'auth-required'],
    ['451 4.3.0 not now', 'unavailable'],
    ['drop', 'connection-lost'],
    ['hang', 'timeout'],
  ] as const)('what the server says of the sender: %s', async (reply, cause) => {
    const smtp = await server({ script: { mail: () => reply } });
    expect(await examine(subject(smtp.port), tools())).toMatchObject({ cause });
  });

  test('a host that nobody answers at, and one that is silent, within the time that a person waits', async () => {
    const { port, close } = await startScriptedSmtp();
    await close();
    expect(await examine(subject(port), tools())).toMatchObject({ cause: 'host-unreachable' });
    const silent = await server({ script: { greeting: () => 'hang' } });
    const start = performance.now();
    expect(await examine(subject(silent.port), tools())).toMatchObject({ cause: 'timeout' });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('rule 18 that without encryption nothing is said to another machine', async () => {
    expect(await examine(subject(25, { host: '192.0.2.7' }), tools())).toMatchObject({ cause: 'encryption-required' });
  });

  test('that the sendmail program is missing', async () => {
    expect(await examine({ transport: 'sendmail', target: undefined, envelope: 'a@b.de' }, tools())).toMatchObject({
      cause: 'program-missing',
    });
  });
});

describe('what answers is no mail server', () => {
  async function speaking(words: string): Promise<number> {
    const listening: Server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(words);
    });
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => listening.close(resolve)));
    const address = listening.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  test.each([
    ['SSH-2.0-OpenSSH_9.6\r\n', 'bad-answer'],
    [`-ERR unknown command, secret=${'s'.repeat(3000)}\r\n`, 'bad-answer'],
    ['HTTP/1.1 400 Bad Request\r\nServer: intern\r\n\r\n<html>intranet</html>', 'bad-answer'],
    ['\u0007\u001b[31m\u0000binary\u00ff\r\n', 'bad-answer'],
  ])('%j: it is hardly quoted', async (words, cause) => {
    const found = await examine(subject(await speaking(words)), tools());
    expect(found).toMatchObject({ cause, code: null, enhancedCode: null });
    expect(found.answer ?? '').toMatch(/^[\x20-\x7e]{0,80}$/);
  });
});

describe('a test mail', () => {
  const parcel = { from: 'portal@muster-energie.de', to: 'anna@kunde.example', raw: Buffer.from('Subject: x\r\n\r\nx\r\n'), secrets: [] };

  test('is handed over at once, and the answer is the server’s', async () => {
    const smtp = await server({ script: { content: () => '250 2.0.0 queued as 4711' } });
    expect(await handOverNow(subject(smtp.port), parcel, tools())).toMatchObject({
      kind: 'accepted',
      code: 250,
      enhancedCode: '2.0.0',
      answer: '2.0.0 queued as 4711',
      tls: null,
    });
    expect(smtp.mails).toMatchObject([{ from: parcel.from, to: [parcel.to] }]);
  });

  test.each([
    [{ rcpt: () => '550 5.1.1 unknown' }, 'refused', 'recipient-refused'],
    [{ content: () => '554 5.7.1 looks like spam' }, 'refused', 'content-refused'],
    [{ rcpt: () => '450 4.2.0 greylisted' }, 'deferred', 'server-deferred'],
    [{ mail: () => '550 5.7.1 not yours' }, 'transport-failed', 'sender-refused'],
  ] satisfies [SmtpScript, string, string][])('may be turned down: %#', async (script, kind, cause) => {
    const smtp = await server({ script });
    expect(await handOverNow(subject(smtp.port), parcel, tools())).toMatchObject({ kind, cause });
  });
});
