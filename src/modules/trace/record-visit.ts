import { finished } from 'node:stream';
import type { Call } from '../../platform/http/serve.ts';
import type { Id } from '../../platform/id.ts';
import type { Log } from '../../platform/log.ts';
import type { Work } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import { deviceName } from '../session/index.ts';
import { knownProgram } from './programs.ts';
import { addVisit, findDelivery } from './store.ts';
import { judgeVisit, type VisitSigns } from './trace.ts';

type VisitedLink = { id: Id<'one-time-link'>; accountId: AccountId };

/** Notes who asks for the pages behind links. `settled` waits for what is still to be written. */
export type VisitBook = { note(call: Call, link: VisitedLink): void; settled(): Promise<void> };

/** Whoever asks for pages faster than they can be written down is not worth the memory. */
const mostWaiting = 500;

/**
 * Writes visits down after their answer has left, one after the other, each in a transaction of its own: the page neither waits for it nor fails with
 * it, and however many ask at once, one connection to the database is enough. No event is written, and nothing of the link changes (B013).
 */
export function createVisitBook(log: Log): VisitBook {
  let writing: Promise<unknown> = Promise.resolve();
  const waiting = new Set<Promise<void>>();

  return {
    note(call, link) {
      const { request, reply, perform, now } = call;
      if (!['GET', 'HEAD'].includes(request.method) || waiting.size >= mostWaiting) return;
      const signs = signsOf(call);
      const written = new Promise<void>((resolve) => finished(reply.raw, () => resolve()))
        .then(() => (writing = writing.then(() => perform(recordVisit, link, signs, now)).catch((error) => complain(log, error))))
        .then(() => undefined)
        .finally(() => waiting.delete(written));
      waiting.add(written);
    },
    async settled() {
      await Promise.all(waiting);
    },
  };
}

const complain = (log: Log, error: unknown) => log.error({ err: error }, 'a visit of a link could not be written down');

type Signs = Omit<VisitSigns, 'sinceDelivery'>;

function signsOf({ request: { method, headers, protocol }, device }: Call): Signs {
  const header = (...names: string[]) => names.flatMap((name) => headers[name] ?? []).join(' ');
  return {
    method,
    userAgent: device,
    purpose: header('sec-purpose', 'purpose', 'x-purpose', 'x-moz'),
    accept: header('accept'),
    acceptLanguage: header('accept-language'),
    fetchDestination: header('sec-fetch-dest'),
    fetchMode: header('sec-fetch-mode'),
    isSecure: protocol === 'https',
  };
}

async function recordVisit({ tx, workspace }: Work, link: VisitedLink, signs: Signs, at: Date): Promise<void> {
  const deliveredAt = await findDelivery(tx, workspace.id, link);
  const verdict = judgeVisit({ ...signs, sinceDelivery: deliveredAt && at.getTime() - deliveredAt.getTime() });
  await addVisit(tx, {
    workspaceId: workspace.id,
    linkId: link.id,
    kind: verdict.kind,
    at,
    method: signs.method,
    reason: verdict.kind === 'machine' ? verdict.reason : null,
    program: programName(signs.userAgent),
  });
}

/** A name only: versions and whatever else a `User-Agent` says about a person's device are not kept. */
export function programName(userAgent: string): string {
  const program = knownProgram(userAgent);
  if (program) return program.name;
  const name = deviceName(userAgent);
  return name.startsWith('Mozilla') || name.startsWith('Opera/') ? '' : name;
}
