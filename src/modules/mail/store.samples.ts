import { type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  findTransport: (tx) => store.findTransport(tx, workspaceId),
  insertMailSetting: (tx) =>
    store.insertMailSetting(tx, {
      workspaceId,
      transport: 'smtp',
      host: 'mail.example',
      port: 587,
      encryption: 'starttls',
      userName: 'pforte',
      sealedPassword: Buffer.alloc(0),
      senderName: 'Muster Energie',
      senderAddress: 'portal@example.com',
      fromEnvironment: true,
    }),
  lockMailSetting: (tx) => store.lockMailSetting(tx, workspaceId),
  saveAdoptedSetting: (tx) =>
    store.saveAdoptedSetting(tx, workspaceId, {
      transport: 'smtp',
      host: 'mail.example',
      port: 587,
      encryption: 'starttls',
      userName: 'pforte',
      sealedPassword: Buffer.alloc(0),
      senderAddress: 'portal@example.com',
    }),
  deleteTestMails: (tx) => store.deleteTestMails(tx, workspaceId),
  listInactiveTemplates: (tx) => store.listInactiveTemplates(tx, workspaceId),
  saveTemplateSwitch: {
    off: (tx) => store.saveTemplateSwitch(tx, { workspaceId, key: 'welcome', active: false, changedAt: sampleInstant }),
    on: (tx) => store.saveTemplateSwitch(tx, { workspaceId, key: 'welcome', active: true, changedAt: sampleInstant }),
  },
  listLastSent: (tx) => store.listLastSent(tx, workspaceId, ['welcome', 'set_password']),
};
