import type { FastifyInstance } from 'fastify';
import { type Html, html } from './html.ts';
import { openApi } from './openapi.ts';
import type { ServedRoute } from './serve.ts';

/** The API's own description: the OpenAPI document, and a page to read that needs nothing from outside. */
export function registerApiPages(app: FastifyInstance, served: readonly ServedRoute[], version: string): void {
  const document = openApi(served, { version });
  const page = String(describe(served, version));
  app.get('/api/v1/openapi.json', async (_, reply) => reply.header('cache-control', 'no-cache').send(document));
  app.get('/api/docs', async (_, reply) => reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page));
}

function describe(served: readonly ServedRoute[], version: string): Html {
  const tags = [...new Set(served.map(({ route }) => route.tag))];
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pforte API ${version}</title></head>
<body><main>
<h1>Pforte API ${version}</h1>
<p>Base path <code>/api/v1</code>. JSON only. Changes take <code>If-Match</code>; refusals are problems as in RFC 9457. The full description: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${tags.map(
  (
    tag,
  ) => html`<section><h2>${tag}</h2><table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">Right</th><th scope="col">What it does</th></tr></thead><tbody>
${served.filter(({ route }) => route.tag === tag).map(({ route }) => html`<tr><td>${route.method}</td><td><code>${route.path}</code></td><td>${route.right}</td><td>${route.summary}</td></tr>`)}
</tbody></table></section>`,
)}
</main></body></html>`;
}
