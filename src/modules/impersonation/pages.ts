import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { leadTo, type PageTools, type PortalCall, pathPart, portalForm, portalPage, showPage } from '../portal/index.ts';
import type { SessionId } from '../session/index.ts';
import { endImpersonation } from './end-impersonation.ts';
import { startView } from './pages-view.ts';
import { refuse } from './refusals.ts';
import { type Opening, seeStartable, startImpersonation } from './start-impersonation.ts';

const NoFields = z.strictObject({});

/** Where a user begins to act as somebody, and ends it. What lies between are the portal's own pages. */
export function registerActingPages(app: FastifyInstance, tools: PageTools): void {
  portalPage(app, tools, '/acting/link/:secret', async (call) => {
    const startable = await call.perform(seeStartable, openingOf(call));
    return showPage(call, startView(call, startable));
  });
  portalForm(app, tools, '/acting/link/:secret', NoFields, async (call) => {
    const { secret, endsAt } = await call.perform(startImpersonation, openingOf(call));
    tools.cookies.write(call.reply, 'acting', secret, Math.ceil((endsAt.getTime() - call.now.getTime()) / 1000));
    return leadTo(call, `/${call.portal.slug}/`);
  });
  portalForm(app, tools, '/acting/end', NoFields, (call) => takeEnd(tools, call));
}

/** Refuses a browser that is not signed in to the console: the address alone is worth nothing. */
function openingOf(call: PortalCall): Opening {
  const { actor, sessionId, portal, device, network } = call;
  if (actor.kind !== 'user' || !sessionId) throw refuse('gone');
  return { secret: pathPart(call, 'secret'), portal, userSessionId: sessionId as SessionId, device, network };
}

/** Back to the console, where it began. */
async function takeEnd({ cookies }: PageTools, call: PortalCall): Promise<FastifyReply> {
  const { actor, perform, reply, portal } = call;
  const acting = actor.kind === 'person' ? actor.actingUser : undefined;
  cookies.clear(reply, 'acting');
  if (!acting) return leadTo(call, `/${portal.slug}/sign-in`);
  await perform(endImpersonation, acting.impersonationId);
  return leadTo(call, `/console/accesses/${acting.accessId}`);
}
