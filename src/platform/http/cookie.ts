import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of one installation: `__Host-` and Secure behind TLS; plain names only where the base URL is http on localhost (rule 19). */
export type Cookies = {
  read(request: FastifyRequest, name: CookieName): string | undefined;
  write(reply: FastifyReply, name: CookieName, value: string, maxAgeSeconds?: number): void;
  clear(reply: FastifyReply, name: CookieName): void;
};

export type CookieName = 'console' | 'portal' | 'acting' | 'known-user' | 'known-person' | 'language' | 'notice';

export function createCookies({ secure }: { secure: boolean }): Cookies {
  const named = (name: CookieName) => (secure ? `__Host-pforte-${name}` : `pforte-${name}`);
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return {
    read: (request, name) => request.cookies[named(name)],
    write: (reply, name, value, maxAgeSeconds) => {
      reply.setCookie(named(name), value, { ...attributes, ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }) });
    },
    clear: (reply, name) => {
      reply.clearCookie(named(name), attributes);
    },
  };
}
