import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ZodType, z } from 'zod';
import type { Actor } from '../../modules/audit/index.ts';
import type { Workspace } from '../../modules/workspace/index.ts';
import type { Language, Variant } from '../phrases.ts';
import type { Perform } from '../work.ts';
import type { BodyOf, Contract, ParamsOf, QueryOf, ResponseOf, Right, Route, StreamedFile } from './contract.ts';
import { fieldRefusals } from './field-sentences.ts';
import { refuseRequest } from './refusals.ts';
import { readIfMatch } from './version.ts';

/** What every handler and page knows about the request it answers. */
export type Call = {
  workspace: Workspace;
  actor: Actor;
  /** The id of the session that the request came with. */
  sessionId: string | null;
  perform: Perform;
  now: Date;
  /** The caller's language, for sentences. */
  variant: Variant;
  language: Language;
  /** The address of the caller, after trusted proxies. */
  network: string;
  /** The caller's `User-Agent`, cut to 300 characters. */
  device: string;
  ifMatch: number | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
};

export type Handler<R> = (call: Call & { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R> }) => Promise<ResponseOf<R>>;
export type Handlers<C> = { [Name in keyof C]: Handler<C[Name]> };

/** What the composition root gives to the HTTP edge; the platform itself knows no sessions and no workspaces. */
export type CallMaker = (request: FastifyRequest, reply: FastifyReply, right: Right) => Promise<Call>;

export type ServedRoute = { name: string; route: Route };

/** Registers the routes of a contract under `/api/v1`. A handler without a contract, or the other way round, does not compile. */
export function serve<C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: Handlers<C>,
  { makeCall, served }: { makeCall: CallMaker; served: ServedRoute[] },
): void {
  for (const [name, route] of Object.entries(contract) as [string, Route][]) {
    served.push({ name, route });
    const handle = handlers[name as keyof C] as unknown as (
      call: Call & { params: unknown; query: unknown; body: unknown },
    ) => Promise<unknown>;
    app.route({
      method: route.method,
      url: `/api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`,
      config: { right: route.right, name },
      ...(route.right === 'public' && { bodyLimit: publicBodyLimit }),
      // A long body costs time to read; a stranger is sent away before.
      ...(route.bodyLimit && {
        bodyLimit: route.bodyLimit,
        onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
          await makeCall(request, reply, route.right);
        },
      }),
      async handler(request, reply) {
        const call = await makeCall(request, reply, route.right);
        const input = {
          params: readParams(route.params, request.params),
          query: read(route.query ?? noFields, request.query),
          body: route.body ? read(route.body, request.body ?? {}) : undefined,
        };
        const answer = await handle({ ...call, ifMatch: readIfMatch(request.headers['if-match']), ...input });
        return send(reply, route, answer);
      },
    });
  }
}

/** What somebody may send who is not signed in, in bytes. */
const publicBodyLimit = 8 * 1024;

const noFields = z.strictObject({});

function read(schema: ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refuseRequest('invalid', { fields: fieldRefusals(result.error) });
}

/** An id that cannot be one is the same as one that does not exist (rule 13). */
function readParams(schema: ZodType | undefined, value: unknown): unknown {
  if (!schema) return {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refuseRequest('unknown-path');
}

function send(reply: FastifyReply, route: Route, answer: unknown) {
  if (!route.response) return reply.code(204).send();
  if (route.file) return sendFile(reply, route.file, answer as StreamedFile);
  const version = versionOf(answer);
  if (route.versioned && version !== undefined) reply.header('etag', `"${version}"`);
  return reply.code(route.status ?? 200).send(answer);
}

/** `name` is one of ours: plain letters. */
const sendFile = (reply: FastifyReply, kind: NonNullable<Route['file']>, { name, chunks }: StreamedFile) =>
  reply
    .type(`${kind}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(chunks, { objectMode: false }));

function versionOf(answer: unknown): number | undefined {
  if (!answer || typeof answer !== 'object') return undefined;
  if ('version' in answer && typeof answer.version === 'number') return answer.version;
  return 'contact' in answer ? versionOf(answer.contact) : undefined;
}
