import { createStore } from '../../../web/store.ts';
import type { SavedContact } from '../contract.ts';

/** What the last save of a person did, or the sending of a link from their page. */
export type Saved = SavedContact & { about: 'person' | 'link' };

/** Stays on that person's page until it is closed, the next save begins, or somebody leaves the page. */
export const savedStore = createStore<Saved | undefined>(undefined);
