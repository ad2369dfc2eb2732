import type { FastifyRequest } from 'fastify';
import { refuseRequest } from './refusals.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where this installation is meant to be reached, as far as the settings say so. */
export type OwnOrigins = { baseUrl: string | undefined; baseDomain: string | undefined };

type Asked = Pick<FastifyRequest, 'method' | 'headers' | 'host' | 'hostname'>;

/**
 * A change that a browser sends on behalf of another site is refused (rule 19). `Sec-Fetch-Site` decides where a browser sends it;
 * `Origin` decides otherwise. A link page sends `Origin: null` because of its referrer policy, so the first must be asked first.
 * A client without either is no browser and carries no cookies it did not mean to send.
 */
export function mustBeOwnOrigin(request: Asked, own: OwnOrigins): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw refuseRequest('foreign-origin');
  }
  const { origin } = request.headers;
  if (origin !== undefined && !isOwn(URL.parse(origin), request, own)) throw refuseRequest('foreign-origin');
}

/** Where the settings name a base URL, the host of the request is only believed to choose between workspaces: whoever sends it may say what they like. */
function isOwn(origin: URL | null, { host, hostname }: Asked, { baseUrl, baseDomain }: OwnOrigins): boolean {
  if (!origin) return false;
  const base = baseUrl === undefined ? null : URL.parse(baseUrl);
  if (!base) return origin.host === host;
  if (origin.origin === base.origin) return true;
  const isWorkspace = baseDomain !== undefined && origin.hostname.endsWith(`.${baseDomain}`);
  return isWorkspace && origin.protocol === base.protocol && origin.port === base.port && origin.hostname === hostname.toLowerCase();
}
