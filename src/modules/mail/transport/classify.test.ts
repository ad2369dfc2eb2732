import { expect, test } from 'vitest';
import { noAnswer, readAnswer, secretsOfLink } from './answer.ts';
import { failedOutcome, transportCause } from './classify.ts';

const error = (fields: Record<string, unknown>, message = 'x') => Object.assign(new Error(message), fields);

test.each([
  [{ code: 'EDNS', originalCode: 'ENOTFOUND' }, 'host-unknown'],
  [{ code: 'EDNS', originalCode: 'EAI_AGAIN' }, 'host-unknown'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'host-unreachable'],
  [{ code: 'ESOCKET', originalCode: 'EHOSTUNREACH' }, 'host-unreachable'],
  [{ code: 'ESOCKET', originalCode: 'ECONNRESET' }, 'connection-lost'],
  [{ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }, 'certificate-expired'],
  [{ code: 'ESOCKET', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate-name'],
  [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate-self-signed'],
  [{ code: 'ESOCKET', originalCode: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'certificate-self-signed'],
  [{ code: 'ESOCKET', originalCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate-invalid'],
  [{ code: 'ESOCKET', originalCode: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'tls-failed'],
  [{ code: 'ESOCKET', originalCode: 'EPROTO' }, 'tls-failed'],
  [{ code: 'ETIMEDOUT' }, 'timeout'],
  [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'auth-failed'],
  [{ code: 'EPROTOCOL', responseCode: 554 }, 'unavailable'],
  [{ code: 'EPROTOCOL' }, 'bad-answer'],
  [{ code: 'ECONNECTION' }, 'connection-lost'],
] as const)('%j means %s', (fields, cause) => {
  expect(transportCause(error(fields))).toBe(cause);
});

test('a connection that is lost before the mail was on its way is put off, after that it is unknown', () => {
  const lost = error({ code: 'ECONNECTION', command: 'CONN' });
  expect(failedOutcome(lost, false, noAnswer)).toMatchObject({ kind: 'deferred', cause: 'connection-lost' });
  expect(failedOutcome(lost, true, noAnswer)).toMatchObject({ kind: 'unknown', cause: 'connection-lost' });
});

test('a closing line that is cut off after DATA is no answer to the mail', () => {
  const cut = error({ code: 'ECONNECTION', command: 'CONN', response: '550 5' });
  expect(failedOutcome(cut, true, readAnswer('550 5', []))).toMatchObject({ kind: 'unknown' });
});

test('552 at MAIL is about this mail, every other 5xx there about the sender of all', () => {
  const at = (code: number) =>
    failedOutcome(error({ code: 'EENVELOPE', command: 'MAIL FROM' }), false, { code, enhancedCode: null, answer: null });
  expect(at(552)).toMatchObject({ kind: 'refused' });
  expect(at(550)).toMatchObject({ kind: 'transport-failed', cause: 'sender-refused' });
  expect(at(450)).toMatchObject({ kind: 'deferred' });
});

test('the words of the server are one line, of bearable length, with code and enhanced code', () => {
  const answer = readAnswer(`550-5.1.1 The address\r\n550 5.1.1 does not\u202e exist\u0007 ${'x'.repeat(1000)}`, []);
  expect(answer).toMatchObject({ code: 550, enhancedCode: '5.1.1' });
  expect(answer.answer).toMatch(/^5\.1\.1 The address 5\.1\.1 does not exist x+$/);
  expect(answer.answer).toHaveLength(500);
  expect(readAnswer(undefined, [])).toEqual(noAnswer);
});

test('rule 18 whole link and secret alone are cut out of the words', () => {
  const secret = '9J2mVq0xTfJ0y3cQm1r8bX5kL7nS4wZaEhUdGi6oPpA';
  const secrets = secretsOfLink(`https://portal.example.com/kunden/link/${secret}`);
  expect(readAnswer(`550 see https://portal.example.com/kunden/link/${secret} or ${secret}`, secrets).answer).toBe('see … or …');
  expect(secretsOfLink(null)).toEqual([]);
});
