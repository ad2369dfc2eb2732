import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Cookies } from '../../../platform/http/cookie.ts';
import type { Call } from '../../../platform/http/serve.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { FieldRefusal } from '../../../platform/refusal.ts';

/** What was refused in a form, by its code; the page that shows it knows the sentence. Never what was typed. */
export type NotedFault = Pick<FieldRefusal, 'pointer' | 'code' | 'values'>;

/**
 * What the next page says once about what has just happened. It travels in a cookie that lives for five minutes, because an account name or
 * address in a URL would stay in histories and logs (rule 18).
 */
export type Notice = {
  name: string;
  accountName?: string | undefined;
  address?: string | undefined;
  /** Faults of the form of one link, by the link's id. */
  faults?: NotedFault[] | undefined;
  linkId?: string | undefined;
  /** How the page before spoke, so that the next one does not fall from Du to Sie. */
  variant?: Variant | undefined;
};

const Fault = z.strictObject({
  pointer: z.string().regex(/^\/[A-Za-z]{1,40}$/),
  code: z.string().regex(/^[a-z.-]{1,60}$/),
  values: z.record(z.string().max(40), z.union([z.number(), z.string().max(100)])).optional(),
});

const Left = z.strictObject({
  name: z.string().regex(/^[a-z-]{1,40}$/),
  accountName: z.string().max(320).optional(),
  address: z.string().max(330).optional(),
  faults: z.array(Fault).max(5).optional(),
  linkId: z.uuid().optional(),
  variant: z.enum(['de', 'de-DU', 'en']).optional(),
});

const lifetimeSeconds = 300;

export function leaveNotice(cookies: Cookies, { reply, variant }: Pick<Call, 'reply' | 'variant'>, notice: Omit<Notice, 'variant'>): void {
  cookies.write(reply, 'notice', Buffer.from(JSON.stringify({ ...notice, variant })).toString('base64url'), lifetimeSeconds);
}

/** Reads the notice and forgets it. What was not written by us says nothing. */
export function takeNotice(cookies: Cookies, { request, reply }: Pick<Call, 'request' | 'reply'>): Notice | undefined {
  const notice = readNotice(cookies, request);
  if (cookies.read(request, 'notice') !== undefined) cookies.clear(reply, 'notice');
  return notice;
}

/** Reads the notice and leaves it to the page that it is meant for. */
export function readNotice(cookies: Pick<Cookies, 'read'>, request: FastifyRequest): Notice | undefined {
  const written = cookies.read(request, 'notice');
  return written === undefined ? undefined : Left.safeParse(parsed(Buffer.from(written, 'base64url').toString('utf8'))).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
