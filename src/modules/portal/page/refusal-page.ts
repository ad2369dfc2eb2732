import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Html, html } from '../../../platform/http/html.ts';
import { readAcceptLanguage } from '../../../platform/http/language.ts';
import type { Call } from '../../../platform/http/serve.ts';
import { say } from '../../../platform/phrases.ts';
import type { Refusal, RefusalKind } from '../../../platform/refusal.ts';
import type { Portal } from '../portal.ts';
import { findDefaultPortal } from '../store.ts';
import { hideSecretPath, type PageTools, portalAt } from './door.ts';
import { type Frame, renderPage } from './layout.ts';
import { pageWords } from './phrases.ts';

/**
 * Makes the page of a refusal that no form shows: in the frame of the portal it happened in, in the reader's language, with the way on.
 * It must work when nothing else does: without a database or a workspace it is a plain page.
 */
export function createRefusalPage({
  makePageCall,
}: Pick<PageTools, 'makePageCall'>): (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => Promise<string> {
  return async (refusal, request, reply) => {
    hideSecretPath(request, reply);
    const frame = (await findFrame(makePageCall, refusal, request, reply)) ?? {
      workspace: undefined,
      portal: undefined,
      variant: readAcceptLanguage(request),
    };
    const view = { title: titleOf(refusal, frame), main: explain(refusal, frame) };
    return String(renderPage(frame, view));
  };
}

async function findFrame(
  makePageCall: PageTools['makePageCall'],
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Frame | undefined> {
  if (refusal.kind === 'unavailable' && refusal.code !== 'request.internal-error') return undefined;
  try {
    const call = await makePageCall(request, reply);
    return { ...call, portal: await nearestPortal(call, request.url.split(/[/?#]/)[1] ?? '') };
  } catch {
    // What kept the page from being made is already in the log; a refusal about a refusal would help nobody.
    return undefined;
  }
}

/** Whoever mistyped an address wanted to one of our doors; only the console has none. */
const nearestPortal = async (call: Call, slug: string): Promise<Portal | undefined> =>
  slug === 'console'
    ? undefined
    : ((await portalAt(call, slug)) ?? call.perform(({ tx, workspace }) => findDefaultPortal(tx, workspace.id)));

const titles: Partial<Record<RefusalKind, 'missing' | 'forbidden' | 'tooMany' | 'away'>> = {
  missing: 'missing',
  forbidden: 'forbidden',
  'too-many': 'tooMany',
  unavailable: 'away',
};

function titleOf({ kind, code }: Refusal, { variant }: Frame): string {
  return pageWords(variant)(code === 'request.internal-error' ? 'broken' : (titles[kind] ?? 'notUnderstood'));
}

function explain(refusal: Refusal, { variant, portal, workspace }: Frame): Html {
  const words = pageWords(variant);
  const fields = refusal.detail.fields ?? [];
  const sentence = refusal.code === 'request.unknown-path' ? words('missingHint') : refusal.sentence(variant);
  return html`<p>${sentence}</p>
${fields.length > 0 && html`<ul>${fields.map(({ phrase, values }) => html`<li>${say(phrase, variant, values)}</li>`)}</ul>`}
${workspace && html`<p><a class="button" href="${portal ? `/${portal.slug}/` : '/console/'}">${words('toStart')}</a></p>`}`;
}
