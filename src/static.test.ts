import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerConsole } from './static.ts';

let directory = '';
let app: FastifyInstance;

/** Puts a build into place as `scripts/console.mjs` does: the old one is gone. */
function build(hash: string): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(directory, 'index.html'), `<script nonce="__CSP_NONCE__" src="/console/assets/main-${hash}.js"></script>`);
  writeFileSync(join(directory, 'assets', `main-${hash}.js`), `console.log('${hash}')`);
  writeFileSync(join(directory, 'icon.svg'), '<svg/>');
}

beforeEach(async () => {
  directory = join(mkdtempSync(join(tmpdir(), 'pforte-console-')), 'console');
  build('one');
  app = fastify();
  app.decorateRequest('styleNonce', '');
  app.addHook('onRequest', async (request) => {
    request.styleNonce = 'fresh';
  });
  await registerConsole(app, directory);
});

afterEach(async () => {
  await app.close();
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

const get = (url: string) => app.inject({ url });

test('hashed files are kept for a year, the others are asked for each time, every other address is the console’s page', async () => {
  const script = await get('/console/assets/main-one.js');
  expect([script.statusCode, script.headers['cache-control'], script.body]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    "console.log('one')",
  ]);
  expect((await get('/console/icon.svg')).headers['cache-control']).toBe('no-cache');
  for (const url of [
    '/console/',
    '/console/index.html',
    '/console/customers/018f',
    '/console/mails?state=refused',
    '/console/nothing.svg',
  ]) {
    const page = await get(url);
    expect([page.statusCode, page.headers['content-type']], url).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('nonce="fresh"');
  }
});

test('a running server serves what was built meanwhile: the new page and its new files', async () => {
  build('two');
  expect((await get('/console/')).body).toContain('/console/assets/main-two.js');
  expect((await get('/console/assets/main-two.js')).body).toBe("console.log('two')");
  expect((await get('/console/assets/main-one.js')).statusCode).not.toBe(200);
});

test('while a build is being put into place the page stays', async () => {
  rmSync(directory, { recursive: true });
  expect((await get('/console/')).body).toContain('/console/assets/main-one.js');
});

test('no address leads out of the directory', async () => {
  writeFileSync(join(directory, '..', 'secret.key'), 'not for you');
  for (const url of [
    '/console/../secret.key',
    '/console/..%2fsecret.key',
    '/console/assets/..%2f..%2fsecret.key',
    '/console/assets/%2e%2e/%2e%2e/secret.key',
    '/console/..%5csecret.key',
    '/console/%00secret.key',
  ])
    expect((await get(url)).body, url).not.toContain('not for you');
});

test('the address of the set-up is told to nobody', async () => {
  const page = await get('/console/setup/abc');
  expect([page.headers['referrer-policy'], page.headers['x-robots-tag']]).toEqual(['no-referrer', 'noindex']);
});
