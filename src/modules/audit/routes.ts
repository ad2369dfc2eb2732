import type { Handlers } from '../../platform/http/serve.ts';
import type { auditContract } from './contract.ts';
import { listEvents } from './store.ts';

export const auditHandlers: Handlers<typeof auditContract> = {
  listEvents: async ({ perform, workspace, query }) => {
    const page = await perform(({ tx }) => listEvents(tx, workspace.id, query));
    return { ...page, items: page.items.map((event) => ({ ...event, at: event.at.toISOString() })) };
  },
};
