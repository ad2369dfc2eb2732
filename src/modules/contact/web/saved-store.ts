import { createStore } from '../../../web/store.ts';
import type { SavedContact } from '../contract.ts';

/** What the last save of a contact did; stays on that contact's page until it is closed or the next save. */
export const savedStore = createStore<SavedContact | undefined>(undefined);
