import type { Handlers } from '../../platform/http/serve.ts';
import type { auditContract } from './contract.ts';
import { nameEvents } from './name-events.ts';
import { listEvents } from './store.ts';

export const auditHandlers: Handlers<typeof auditContract> = {
  listEvents: async ({ perform, workspace, query }) => {
    const page = await perform(async ({ tx }) => {
      const listed = await listEvents(tx, workspace.id, query);
      return { ...listed, items: await nameEvents(tx, workspace, listed.items) };
    });
    return { ...page, items: page.items.map((event) => ({ ...event, at: event.at.toISOString() })) };
  },
};
