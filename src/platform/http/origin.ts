import type { FastifyRequest } from 'fastify';
import { refuseRequest } from './refusals.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A change that a browser sends on behalf of another site is refused (rule 19). `Sec-Fetch-Site` decides where a browser sends it;
 * `Origin` decides otherwise. A link page sends `Origin: null` because of its referrer policy, so the first must be asked first.
 * A client without either is no browser and carries no cookies it did not mean to send.
 */
export function mustBeOwnOrigin(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw refuseRequest('foreign-origin');
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (URL.parse(origin)?.host !== request.host) throw refuseRequest('foreign-origin');
}
