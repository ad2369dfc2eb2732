import { answered, type SamplesOf, sampleId, sampleInstant } from '../../platform/db/statements.ts';
import * as store from './store.ts';

const id = sampleId<'workspace'>();
const minute = 60_000;
const workspace: Omit<store.StoredWorkspace, 'version'> = {
  id,
  slug: 'muster-energie',
  name: 'Muster Energie GmbH',
  language: 'de',
  addressForm: 'sie',
  timeZone: 'Europe/Berlin',
  lifetimes: {
    setPassword: minute,
    welcome: minute,
    activation: minute,
    reset: minute,
    emailChange: minute,
    invitation: minute,
    session: minute,
    sessionRemembered: minute,
    impersonation: minute,
    resendCooldown: minute,
  },
  passwordMinimumLength: 12,
};
const { id: _, ...change } = workspace;

export const samples: SamplesOf<typeof store> = {
  listWorkspaces: (tx) => store.listWorkspaces(tx),
  findWorkspaceBySlug: (tx) => store.findWorkspaceBySlug(tx, workspace.slug),
  getWorkspace: answered([[workspace]], (tx) => store.getWorkspace(tx, id)),
  lockWorkspace: answered([[workspace]], (tx) => store.lockWorkspace(tx, id)),
  insertWorkspace: (tx) => store.insertWorkspace(tx, workspace, sampleInstant),
  saveWorkspace: answered([[workspace]], (tx) => store.saveWorkspace(tx, id, change)),
};
