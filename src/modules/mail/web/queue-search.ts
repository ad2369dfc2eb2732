import { textOf } from '../../../web/search.ts';
import { type MessageView, messageStates, type QueueViewName, queueViews } from '../contract.ts';

type State = MessageView['state'];

/** What the address of the outbox can say. `state` holds several, with commas between them; days are `YYYY-MM-DD`. */
export type QueueSearch = {
  q?: string | undefined;
  state?: string | undefined;
  template?: string | undefined;
  portalId?: string | undefined;
  contactId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
};

const day = /^\d{4}-\d\d-\d\d$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const fitting = (search: Record<string, unknown>, name: string, shape: RegExp): string | undefined => {
  const text = textOf(search, name);
  return text && shape.test(text) ? text : undefined;
};

export const readQueueSearch = (search: Record<string, unknown>): QueueSearch => ({
  q: textOf(search, 'q'),
  state: writeStates(readStates(textOf(search, 'state'))),
  template: fitting(search, 'template', /^[a-z_]{1,50}$/),
  portalId: fitting(search, 'portalId', uuid),
  contactId: fitting(search, 'contactId', uuid),
  from: fitting(search, 'from', day),
  to: fitting(search, 'to', day),
  cursor: textOf(search, 'cursor'),
});

/** The states that an address names, in their own order; what is none of them is left out. */
export const readStates = (text: string | undefined): State[] => {
  const named = (text ?? '').split(',');
  return messageStates.filter((state) => named.includes(state));
};

export const writeStates = (states: readonly State[]): string | undefined => (states.length ? states.join(',') : undefined);

/** The address of a saved view; „all“ names no state. */
export const statesOfView = (name: QueueViewName): string | undefined =>
  name === 'all' ? undefined : readStates(queueViews[name].join()).join();

/** The saved view that shows just these states, if there is one. */
export const viewOfStates = (text: string | undefined): QueueViewName | undefined =>
  (Object.keys(queueViews) as QueueViewName[]).find((name) => statesOfView(name) === text);
