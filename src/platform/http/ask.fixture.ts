import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Answer<Body> = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: Body;
  /** Every cookie that was set, as the next request sends them back. */
  cookie: string;
};

export type Asking = {
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a browser sends a form. */
  form?: Record<string, string>;
  /** `null`: none, even where the administrator's would be sent. */
  cookie?: string | null;
  headers?: Record<string, string>;
  /** A connection that is kept for the next request; without it each request opens one of its own. */
  agent?: Agent;
};

const longestAnswerMillis = 30_000;

/** Sends requests to a server on this machine, as different clients do. */
export const asker =
  (port: number) =>
  <Body>(method: string, path: string, { body, form, cookie, headers, agent }: Asking = {}): Promise<Answer<Body>> => {
    const content = form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: agent ?? false,
        timeout: longestAnswerMillis,
        headers: {
          host: `localhost:${port}`,
          'accept-language': 'de',
          ...(cookie && { cookie }),
          ...(content !== undefined && {
            'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
            'content-length': Buffer.byteLength(content),
          }),
          ...headers,
        },
      });
      sent.once('timeout', () => sent.destroy(new Error(`No answer to ${method} ${path} in ${longestAnswerMillis} ms.`)));
      sent.once('error', reject);
      sent.once('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.once('error', reject);
        response.once('end', () => {
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: (isJson ? JSON.parse(text) : undefined) as Body,
            cookie: cookiesOf(response.headers),
          });
        });
      });
      sent.end(content);
    });
  };

const cookiesOf = (headers: IncomingHttpHeaders): string =>
  (headers['set-cookie'] ?? [])
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
