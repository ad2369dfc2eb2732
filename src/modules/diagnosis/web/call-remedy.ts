import type { Route } from '../../../platform/http/contract.ts';
import { type ArgumentsOf, api } from '../../../web/api.ts';
import type { RemedyView } from '../contract.ts';

type Call = NonNullable<RemedyView['call']>;
/** Of what such a route answers, what is said to whoever pressed the button: what became of a mail. */
type Answer = { mail?: { state: string; sentence: string } } | undefined;

/** Does what a remedy says, by the very route that it names. `day` takes the place of `null` in the body. */
export function callRemedy({ method, path, body }: Call, day: string | null = null): Promise<Answer> {
  const route: Route = { method, path, right: 'user', tag: '', summary: '' };
  const filled = body && Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value ?? day]));
  return api(route, ...([filled ? { body: filled } : {}] as unknown as ArgumentsOf<Route>)) as Promise<Answer>;
}
