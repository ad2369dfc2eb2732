import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Cookies } from '../../../platform/http/cookie.ts';
import type { Call } from '../../../platform/http/serve.ts';

/**
 * What the next page says once about what has just happened. It travels in a cookie that lives for five minutes, because an account name or
 * address in a URL would stay in histories and logs (rule 18).
 */
export type Notice = { name: string; accountName?: string | undefined; address?: string | undefined };

const Left: z.ZodType<Notice> = z.strictObject({
  name: z.string().regex(/^[a-z-]{1,40}$/),
  accountName: z.string().max(320).optional(),
  address: z.string().max(330).optional(),
});

const lifetimeSeconds = 300;

export function leaveNotice(cookies: Cookies, reply: FastifyReply, notice: Notice): void {
  cookies.write(reply, 'notice', Buffer.from(JSON.stringify(notice)).toString('base64url'), lifetimeSeconds);
}

/** Reads the notice and forgets it. What was not written by us says nothing. */
export function takeNotice(cookies: Cookies, { request, reply }: Pick<Call, 'request' | 'reply'>): Notice | undefined {
  const written = cookies.read(request, 'notice');
  if (written === undefined) return undefined;
  cookies.clear(reply, 'notice');
  return Left.safeParse(parsed(Buffer.from(written, 'base64url').toString('utf8'))).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
