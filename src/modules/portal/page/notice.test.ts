import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import type { Cookies } from '../../../platform/http/cookie.ts';
import { leaveNotice, takeNotice } from './notice.ts';

/** Cookies of one browser. */
function jar(kept: Record<string, string> = {}): Cookies & { kept: Record<string, string>; ages: (number | undefined)[] } {
  const ages: (number | undefined)[] = [];
  return {
    kept,
    ages,
    read: (_, name) => kept[name],
    write: (_, name, value, age) => {
      kept[name] = value;
      ages.push(age);
    },
    clear: (_, name) => {
      delete kept[name];
    },
  };
}

const call = { request: {} as FastifyRequest, reply: {} as FastifyReply, variant: 'de-DU' } as const;

test('a notice is said once and lives five minutes', () => {
  const cookies = jar();
  leaveNotice(cookies, call, { name: 'password-set', accountName: 'jörg@bücher.example' });
  expect(cookies.ages).toEqual([300]);
  expect(takeNotice(cookies, call)).toEqual({ name: 'password-set', accountName: 'jörg@bücher.example', variant: 'de-DU' });
  expect(takeNotice(cookies, call)).toBeUndefined();
});

test('what was not written by us says nothing', () => {
  const written = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  for (const value of [
    '',
    'x',
    '%',
    written('{'),
    written('null'),
    written([]),
    written({ name: '<b>' }),
    written({ name: 'a', more: 'b' }),
    written({ name: 'a', accountName: ['b'] }),
    written({ name: 'a', variant: 'fr' }),
    written({ name: 'a', faults: [{ pointer: '/password', code: 'password.too-short', phrase: { de: 'x', en: 'x' } }] }),
  ]) {
    expect(takeNotice(jar({ notice: value }), call), value).toBeUndefined();
  }
});
