import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const workspaceId = sampleId<'workspace'>();

export const samples: SamplesOf<typeof store> = {
  findMailDomain: (tx) => store.findMailDomain(tx, workspaceId),
  lockMailDomain: answered([[], [{}]], (tx) => store.lockMailDomain(tx, workspaceId)),
  claimCheck: (tx) => store.claimCheck(tx, { workspaceId, seen: sampleInstant, now: sampleInstant, until: sampleInstant }),
  saveReport: (tx) =>
    store.saveReport(tx, workspaceId, {
      checkedAt: sampleInstant,
      basis: '[]',
      report: { domain: 'muster.de', findings: [] },
      known: {},
      alarm: [],
      alarmSince: null,
    }),
  saveStated: (tx) => store.saveStated(tx, workspaceId, { dkimSelectors: ['default'], spfMechanisms: ['ip4:192.0.2.1'] }),
  endAlarm: (tx) => store.endAlarm(tx, workspaceId),
};
