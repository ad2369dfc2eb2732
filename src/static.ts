import { existsSync, readFileSync } from 'node:fs';
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
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: directory,
    prefix: '/console/',
    index: false,
    // One route for each file that was built; everything else below /console/ is the console's own page.
    wildcard: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/console/*', async (request, reply) => {
    // The one-time set-up address is a secret like a link's: no other site and no index may learn it.
    if (request.url.startsWith('/console/setup/')) reply.headers({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    return reply.type('text/html; charset=utf-8').send(page.replaceAll(noncePlace, request.styleNonce));
  });
}
