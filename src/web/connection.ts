import { createStore } from './store.ts';

/** Whether the last answer arrived; the shell says it at the top of every page. */
export const connectionStore = createStore<'fine' | 'lost' | 'unavailable'>('fine');
