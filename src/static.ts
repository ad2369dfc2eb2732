import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './platform/http/refusals.ts';

const noncePlace = '__CSP_NONCE__';

/** The built console: hashed files are kept for a year, its one page gets a fresh nonce for Mantine's style tags in every answer (rule 27). */
export async function registerConsole(app: FastifyInstance, directory: string): Promise<void> {
  app.get('/console', async (_, reply) => reply.redirect('/console/', 308));
  // No directory, as for a command, is not the working directory.
  if (!directory || !existsSync(join(directory, 'index.html'))) {
    app.get('/console/*', async () => {
      throw refuseRequest('unknown-path');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  let page = readFileSync(join(directory, 'index.html'), 'utf8');
  app.get<{ Params: { '*': string } }>('/console/*', async (request, reply) => {
    const path = request.params['*'];
    if (await isBuilt(directory, path)) return reply.sendFile(path);
    if (path.startsWith('assets/')) throw refuseRequest('unknown-path');
    // The one-time set-up address is a secret like a link's: no other site and no index may learn it.
    if (path.startsWith('setup/')) reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    // Read anew, because a build may have put another page there; between the old and the new one there is none for a moment.
    page = await readFile(join(directory, 'index.html'), 'utf8').catch(() => page);
    return reply.type('text/html; charset=utf-8').send(page.replaceAll(noncePlace, request.styleNonce));
  });
}

/** Whether a path names a file of the build. Looked up each time, so that a running server knows the files of a build that was made meanwhile. */
async function isBuilt(directory: string, path: string): Promise<boolean> {
  // Only the last part may hold dots, so that no path leads out of the directory.
  if (path === 'index.html' || !/^(?:[\w-]+\/)*[\w.-]+\.\w+$/.test(path)) return false;
  const found = await stat(join(directory, path)).catch(() => undefined);
  return found?.isFile() ?? false;
}
