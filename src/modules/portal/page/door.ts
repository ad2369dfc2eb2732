import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Cookies } from '../../../platform/http/cookie.ts';
import type { Call } from '../../../platform/http/serve.ts';
import { statusOf } from '../../../platform/http/server.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { Portal } from '../portal.ts';
import { refuse } from '../refusals.ts';
import { findPortalBySlug } from '../store.ts';
import { closedView } from './closed.ts';
import { type Form, readForm } from './form.ts';
import { type CompanyChoice, type PageView, renderPage } from './layout.ts';

/** What every page is made with; the composition root knows how a request becomes a call. */
export type PageTools = { makePageCall: (request: FastifyRequest, reply: FastifyReply) => Promise<Call>; cookies: Cookies };

/** A request for a page; below `/console/` there is no portal. `companies`: those that a signed-in person can act for here. */
export type PageCall = Call & { portal: Portal | undefined; companies?: readonly CompanyChoice[] };
/** A request for a page of a portal. */
export type PortalCall = PageCall & { portal: Portal };

/** Pages of one portal by its slug: `path` is what follows `/{slug}`. Answers at GET and HEAD, which change nothing (rule 6). */
export function portalPage(app: FastifyInstance, tools: PageTools, path: string, show: (call: PortalCall) => Promise<FastifyReply>): void {
  app.get(`/:slug${path}`, { config: { page: true } }, async (request, reply) => {
    const call = await openPortal(tools, request, reply);
    return leadToPresentSlug(call) ?? rememberLanguage(tools, call) ?? showClosed(call) ?? show(call);
  });
}

/** A form of one portal: what it may hold, and what is done with it. */
export function portalForm<Values>(
  app: FastifyInstance,
  tools: PageTools,
  path: string,
  fields: z.ZodType<Values>,
  take: (call: PortalCall, form: Form<Values>) => Promise<FastifyReply>,
): void {
  app.post(`/:slug${path}`, { config: { page: true } }, async (request, reply) => {
    const call = await openPortal(tools, request, reply);
    const closed = worksWhenClosed.includes(path) ? undefined : showClosed(call);
    return closed ?? take(call, readForm(fields, request.body));
  });
}

/** The same for staff, who have no portal: `path` is the whole path. */
export function staffPage(app: FastifyInstance, tools: PageTools, path: string, show: (call: PageCall) => Promise<FastifyReply>): void {
  app.get(path, { config: { page: true } }, async (request, reply) => {
    const call = await openWithoutPortal(tools, request, reply);
    return rememberLanguage(tools, call) ?? show(call);
  });
}

export function staffForm<Values>(
  app: FastifyInstance,
  tools: PageTools,
  path: string,
  fields: z.ZodType<Values>,
  take: (call: PageCall, form: Form<Values>) => Promise<FastifyReply>,
): void {
  app.post(path, { config: { page: true } }, async (request, reply) =>
    take(await openWithoutPortal(tools, request, reply), readForm(fields, request.body)),
  );
}

/** Whoever wants to go may go: the session opens other portals too. */
const worksWhenClosed: readonly string[] = ['/sign-out', '/acting/end'];

/** A portal that is switched off has one page, whatever was asked for: that it is, and whom to ask. The verdict over every access says the same. */
function showClosed(call: PortalCall): FastifyReply | undefined {
  return call.portal.closedAt ? showPage(call, closedView(call), refuse('closed')) : undefined;
}

/** An address with a slug that the portal gave up leads to the same page at the present one. It is not moved for ever: the slug may come back. */
function leadToPresentSlug(call: PortalCall): FastifyReply | undefined {
  const asked = pathPart(call, 'slug');
  if (asked === call.portal.slug) return undefined;
  return call.reply.redirect(`/${call.portal.slug}${call.request.url.replace(/^\/[^/?#]*/, '')}`, 302);
}

/** Refuses where the workspace has no such portal. */
export async function openPortal(
  { makePageCall }: Pick<PageTools, 'makePageCall'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PortalCall> {
  hideSecretPath(request, reply);
  const call = await makePageCall(request, reply);
  const portal = await portalAt(call, pathPart(call, 'slug'));
  if (!portal) throw refuse('unknown');
  return { ...call, portal };
}

async function openWithoutPortal({ makePageCall }: PageTools, request: FastifyRequest, reply: FastifyReply): Promise<PageCall> {
  hideSecretPath(request, reply);
  return { ...(await makePageCall(request, reply)), portal: undefined };
}

/** What cannot be a slug is not asked for. */
export async function portalAt({ perform }: Pick<Call, 'perform'>, slug: string): Promise<Portal | undefined> {
  if (!/^[a-z0-9-]{1,63}$/.test(slug)) return undefined;
  return perform(({ tx, workspace }) => findPortalBySlug(tx, workspace.id, slug));
}

/** A path below `/link/` carries a secret: no other page hears of it by a referrer, no search engine keeps it (rule 18). */
export function hideSecretPath({ url, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  if (!`${url} ${routeOptions.url}`.includes('/link/')) return;
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
}

/** A named part of the path, as the route declares it. */
export const pathPart = ({ request }: Pick<Call, 'request'>, name: string): string =>
  String((request.params as Record<string, unknown>)[name] ?? '');

/** A value behind the question mark, if it is there once. */
export const queryPart = ({ request }: Pick<Call, 'request'>, name: string): unknown => (request.query as Record<string, unknown>)[name];

const rememberedFor = 365 * 24 * 3600;

/** `?lang=en` on any page: the choice goes into a cookie and out of the address. It is a preference of this browser and changes nothing else. */
function rememberLanguage({ cookies }: PageTools, call: PageCall): FastifyReply | undefined {
  const language = queryPart(call, 'lang');
  if (language !== 'de' && language !== 'en') return undefined;
  cookies.write(call.reply, 'language', language, rememberedFor);
  const { pathname, searchParams } = new URL(call.request.url.replace(/^\/+/, '/'), 'http://portal.invalid');
  searchParams.delete('lang');
  return leadTo(call, searchParams.size ? `${pathname}?${searchParams}` : pathname);
}

/** Sends a page in the frame of its portal; with a refusal, its status and how long to wait. */
export function showPage(call: PageCall, view: PageView, refusal?: Refusal): FastifyReply {
  const { reply } = call;
  if (refusal) reply.code(statusOf[refusal.kind]);
  if (refusal?.detail.retryAfterSeconds) reply.header('retry-after', Math.ceil(refusal.detail.retryAfterSeconds));
  return reply.type('text/html; charset=utf-8').send(String(renderPage(call, view)));
}

/** After a form: the browser fetches the next page, so that reloading does not send the form again. `path` is one of our own. */
export const leadTo = ({ reply }: Pick<Call, 'reply'>, path: string): FastifyReply => reply.redirect(path, 303);

/** Whom to ask: the portal's contact, else the company. */
export const contactOf = ({ portal, workspace }: { portal: Portal | undefined; workspace: Workspace }): string =>
  portal?.supportContact ?? workspace.name;
