import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './template-store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  listInactiveTemplates: (tx) => store.listInactiveTemplates(tx, workspaceId),
  saveTemplateSwitch: {
    off: (tx) => store.saveTemplateSwitch(tx, { workspaceId, key: 'welcome', active: false, changedAt: sampleInstant }),
    on: (tx) => store.saveTemplateSwitch(tx, { workspaceId, key: 'welcome', active: true, changedAt: sampleInstant }),
  },
  listLastSent: (tx) => store.listLastSent(tx, workspaceId, ['welcome', 'set_password']),
};
