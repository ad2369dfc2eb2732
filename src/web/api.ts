import {
  type BodyInputOf,
  fillPath,
  type ParamsOf,
  type Problem,
  type QueryInputOf,
  type ResponseOf,
  type Route,
} from '../platform/http/contract.ts';
import { connectionStore } from './connection.ts';
import { languageStore } from './language.ts';
import { signedInAgain } from './session.ts';
import { transportProblem } from './transport-problem.ts';

type IsAbsent<Part> = [Part] extends [never] ? true : [Part] extends [undefined] ? true : [keyof Part] extends [never] ? true : false;
type Nothing = Record<never, never>;

/** What a route needs to be called: exactly its parameters, query and body, nothing else. */
export type CallOf<R extends Route> = (IsAbsent<ParamsOf<R>> extends true ? Nothing : { params: ParamsOf<R> }) &
  (IsAbsent<QueryInputOf<R>> extends true ? Nothing : { query?: QueryInputOf<R> }) &
  (IsAbsent<BodyInputOf<R>> extends true ? Nothing : { body: BodyInputOf<R> }) & {
    /** The version of the record that is changed; sent as `If-Match`, so that nobody overwrites somebody unseen. */
    version?: number;
    signal?: AbortSignal;
    /** What to do when nobody is signed in: ask for the password in place and try again (the default), or fail. */
    signedOut?: 'ask' | 'fail';
  };

export type ArgumentsOf<R extends Route> = Nothing extends CallOf<R> ? [call?: CallOf<R>] : [call: CallOf<R>];
export type AnswerOf<R extends Route> = [ResponseOf<R>] extends [never] ? undefined : ResponseOf<R>;

type AnyCall = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  version?: number;
  signal?: AbortSignal;
  signedOut?: 'ask' | 'fail';
};

/** An error that carries the server's problem (RFC 9457). Every failure of `api` is one, the lost connection too. */
export type ProblemError = Error & { problem: Problem; retryAfterSeconds?: number };

export const problemOf = (error: unknown): Problem => (isProblemError(error) ? error.problem : transportProblem('unexpected', 0));

export const isProblemError = (error: unknown): error is ProblemError => error instanceof Error && 'problem' in error;

export const hasStatus = (error: unknown, ...statuses: number[]): boolean =>
  isProblemError(error) && statuses.includes(error.problem.status);

function problemError(problem: Problem, retryAfterSeconds?: number): ProblemError {
  return Object.assign(new Error(`${problem.code}: ${problem.detail}`), {
    problem,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

function addressOf(route: Route, { params = {}, query = {} }: AnyCall): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const path = `/api/v1${fillPath(route.path, params)}`;
  return search.size > 0 ? `${path}?${search}` : path;
}

async function send(route: Route, call: AnyCall): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': languageStore.get() };
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`;
  try {
    return await fetch(addressOf(route, call), {
      method: route.method,
      headers,
      credentials: 'same-origin',
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      ...(call.signal && { signal: call.signal }),
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    connectionStore.set('lost');
    throw problemError(transportProblem('unreachable', 0));
  }
}

async function failureOf(response: Response): Promise<ProblemError> {
  const seconds = Number(response.headers.get('Retry-After'));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
  if (response.status === 503 || response.status === 502 || response.status === 504) connectionStore.set('unavailable');
  if (response.headers.get('Content-Type')?.includes('json')) {
    const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
    if (problem?.code) return problemError(problem, retryAfter);
  }
  return problemError(transportProblem(response.status >= 502 ? 'unavailable' : 'unexpected', response.status), retryAfter);
}

/** Calls one route of the API. Everything is typed by the route's contract; a failure is always a `ProblemError`. */
export async function api<R extends Route>(route: R, ...[call]: ArgumentsOf<R>): Promise<AnswerOf<R>> {
  const details: AnyCall = call ?? {};
  const response = await send(route, details);
  if (response.status === 401 && details.signedOut !== 'fail') {
    await signedInAgain();
    return api(route, ...([{ ...details, signedOut: 'fail' }] as unknown as ArgumentsOf<R>));
  }
  if (!response.ok) throw await failureOf(response);
  connectionStore.set('fine');
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<R>;
}
