import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { newId } from '../id.ts';
import type { Log } from '../log.ts';
import { say, type Variant } from '../phrases.ts';
import { Refusal, type RefusalKind } from '../refusal.ts';
import type { Right } from './contract.ts';
import { readAcceptLanguage } from './language.ts';
import { mustBeOwnOrigin, type OwnOrigins } from './origin.ts';
import { refuseRequest } from './refusals.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; absent for pages and files, which decide by themselves. */
    right?: Right;
    name?: string;
    /** Pages answer refusals as pages; the API answers RFC 9457. */
    page?: boolean;
  }
  interface FastifyRequest {
    /** Set for every answer of a console page; Mantine's style tags carry it. */
    styleNonce: string;
  }
}

/** Only here does a refusal become an HTTP status. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  'not-signed-in': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'too-many': 429,
  unavailable: 503,
};

export type ServerOptions = {
  log: Log;
  trustedProxies: string[];
  ownOrigins: OwnOrigins;
  /** Behind TLS, answers carry HSTS. */
  secure: boolean;
  /** The text of the page that says a refusal. */
  refusalPage: (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => Promise<string>;
};

/** Nothing that people send is longer; a body is read before anybody is asked who they are, and reading costs time. */
const bodyLimit = 32 * 1024;

/** Fastify with our headers, origin check, error answers and nothing of the domain. */
export async function createServer({ log, trustedProxies, ownOrigins, secure, refusalPage }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    // Requests are logged once, below, without what their address may carry.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length ? trustedProxies : false,
    bodyLimit,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    genReqId: () => newId<'request'>(new Date()),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // An address that cannot be read gets no hooks, so it has to get its headers here.
    frameworkErrors: (_, request, reply) =>
      answerError(refuseRequest('unknown-path'), request, reply.headers(bareHeaders(secure)) as FastifyReply),
  }) as unknown as FastifyInstance;

  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  app.decorateRequest('styleNonce', '');
  // Before the headers are written: only the console's page has style tags, and they carry a fresh nonce.
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/console/')) return;
    request.styleNonce = randomBytes(16).toString('base64');
    // Helmet sees the raw request only.
    Object.assign(request.raw, { styleNonce: request.styleNonce });
  });
  await app.register(helmet, headers(secure));

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    mustBeOwnOrigin(request, ownOrigins);
  });
  app.addHook('preParsing', async (request) => mustSpeakRightType(request));
  app.addHook('onResponse', async (request, reply) => {
    const seen = {
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      requestId: request.id,
    };
    if (reply.statusCode >= 500) request.log.error(seen, 'request failed');
    else request.log.debug(seen, 'request');
  });

  async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const refusal = asRefusal(error, request);
    if (refusal.code === 'request.internal-error') request.log.error({ err: error, requestId: request.id }, 'unexpected error');
    reply.code(statusOf[refusal.kind] === 503 && refusal.code === 'request.internal-error' ? 500 : statusOf[refusal.kind]);
    if (refusal.detail.retryAfterSeconds) reply.header('retry-after', Math.ceil(refusal.detail.retryAfterSeconds));
    if (!isApi(request)) {
      return reply.type('text/html; charset=utf-8').send(await refusalPage(refusal, request, reply));
    }
    return reply.type('application/problem+json').send(problemOf(refusal, reply.statusCode, readAcceptLanguage(request)));
  }

  app.setErrorHandler(answerError);
  app.setNotFoundHandler(async (request, reply) => answerError(refuseRequest('unknown-path'), request, reply));
  return app;
}

const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-src': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const longest = 31_536_000;

const headers = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { ...directives, 'style-src': [(request: unknown) => styleSource(request)] },
  },
  strictTransportSecurity: secure ? { maxAge: longest, includeSubDomains: false } : (false as const),
  crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  referrerPolicy: { policy: 'same-origin' as const },
  xFrameOptions: { action: 'deny' as const },
});

/** The same for answers that never reach the hooks, where no plug-in writes them. */
const bareHeaders = (secure: boolean) => ({
  'content-security-policy': Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';'),
  ...(secure && { 'strict-transport-security': `max-age=${longest}` }),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
});

const styleSource = (request: unknown): string => {
  const nonce = typeof request === 'object' && request !== null && 'styleNonce' in request ? String(request.styleNonce) : '';
  return nonce ? `'self' 'nonce-${nonce}'` : "'self'";
};

/** The API takes JSON only, the pages take urlencoded forms only (rule 19). */
function mustSpeakRightType(request: FastifyRequest) {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (!type) return;
  const expected = isApi(request) ? 'application/json' : 'application/x-www-form-urlencoded';
  if (type !== expected) throw refuseRequest('wrong-content-type');
}

function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const { code = '', statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuseRequest('too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuseRequest('wrong-content-type');
  // Text that PostgreSQL cannot store, such as a NUL: the schemas refuse it, this is the second net.
  if (code === '22021' || code === '22P05') return refuseRequest('invalid');
  if (code === '22007' || code === '22008' || code === '22009') return refuseRequest('bad-cursor', { pointer: '/cursor' });
  if (isAway(code) || isWaitForConnection(error)) return refuseRequest('unavailable', { retryAfterSeconds: 5 });
  if (statusCode && statusCode < 500) return refuseRequest(code.startsWith('FST_ERR_CTP') || statusCode === 400 ? 'not-json' : 'invalid');
  return refuseRequest('internal-error', { values: { requestId: request.id } });
}

/** By the route that was found, however its address was written; an unknown address by what it says. */
const isApi = (request: FastifyRequest): boolean => (request.routeOptions.url ?? request.url).startsWith('/api/');

/** All connections were busy for longer than anybody should wait; `pg` gives this no code. */
const isWaitForConnection = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

/** Connection errors of PostgreSQL (class 08, 53, 57P0x) and of the socket below it. */
const isAway = (code: string) =>
  /^(08|53|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code);

function problemOf(refusal: Refusal, status: number, variant: Variant) {
  return {
    type: `urn:pforte:${refusal.code}`,
    title: refusal.sentence(variant),
    status,
    code: refusal.code,
    detail: refusal.sentence(variant),
    ...(refusal.fields.length && {
      errors: refusal.fields.map(({ pointer, code, phrase, values }) => ({ pointer, code, detail: say(phrase, variant, values) })),
    }),
  };
}
