import type { Handlers } from '../../../platform/http/serve.ts';
import { presentAccesses } from '../views.ts';
import type { accessListContract } from './contract.ts';
import { exportAccesses } from './export-accesses.ts';
import { countAccessViews, listAccesses } from './list-accesses.ts';

export const accessListHandlers: Handlers<typeof accessListContract> = {
  listAccesses: async ({ perform, query, variant }) =>
    perform(async (work) => {
      const page = await listAccesses(work, query);
      return { ...page, items: await presentAccesses(work, page.items, variant) };
    }),
  countAccessViews: async ({ perform, query }) => perform(countAccessViews, query),
  exportAccesses: async (call) => {
    const { sort, ...filter } = call.query;
    return exportAccesses(call, filter, sort);
  },
};
