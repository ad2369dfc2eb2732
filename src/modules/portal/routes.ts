import { defined } from '../../platform/defined.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work.ts';
import { countPeopleByArea, listAreas } from './area-store.ts';
import { addArea, changeArea, orderAreas, removeArea } from './change-areas.ts';
import { changePortal } from './change-portal.ts';
import { addRole, changeRole, removeRole } from './change-roles.ts';
import type { PortalNumbers, PortalView, portalContract } from './contract.ts';
import { deletePortal } from './delete-portal.ts';
import { openPortal, type PortalOrder } from './open-portal.ts';
import { type AreaId, forgotPasswordUrl, type Portal, type PortalId, signInUrl } from './portal.ts';
import { refuse } from './refusals.ts';
import { countPeopleByRole, listRoles } from './role-store.ts';
import { countAccesses, findPortal, listPortals } from './store.ts';
import { presentPortals } from './views.ts';

type AtPortal = Call & { params: { portalId: string } };
const portalIdOf = ({ params }: AtPortal) => params.portalId as PortalId;
const areaIdOf = ({ params }: { params: { areaId: string } }) => params.areaId as AreaId;

export const portalHandlers: Handlers<typeof portalContract> = {
  listPortals: async (call) => ({
    items: await call.perform(async (work) => presentPortals(work, await listPortals(work.tx, work.workspace.id), call)),
  }),
  getPortal: async (call) => presentOne(call, await getPortal(call)),
  openPortal: async (call) => presentOne(call, await call.perform(openPortal, defined(call.body) as PortalOrder)),
  changePortal: async (call) => presentOne(call, await call.perform(changePortal, portalIdOf(call), defined(call.body), call.ifMatch)),
  deletePortal: async (call) => {
    await call.perform(deletePortal, portalIdOf(call), call.ifMatch);
    return undefined;
  },
  getPortalAddresses: async (call) => {
    const portal = await getPortal(call);
    return {
      signIn: signInUrl(call.workspace, portal),
      forgotPassword: forgotPasswordUrl(call.workspace, portal),
      forgotPasswordShort: portal.isDefault ? `${call.workspace.baseUrl}/clients/forgot_password` : null,
    };
  },
  getPortalNumbers: async (call) => {
    const portal = await getPortal(call);
    return call.perform(countPeople, portal.id);
  },
  addArea: async (call) => presentOne(call, await call.perform(addArea, portalIdOf(call), call.body, call.ifMatch)),
  changeArea: async (call) =>
    presentOne(call, await call.perform(changeArea, portalIdOf(call), areaIdOf(call), defined(call.body), call.ifMatch)),
  orderAreas: async (call) =>
    presentOne(call, await call.perform(orderAreas, portalIdOf(call), call.body.areaIds as AreaId[], call.ifMatch)),
  removeArea: async (call) => call.perform(removeArea, portalIdOf(call), areaIdOf(call), call.ifMatch),
  addRole: async (call) => presentOne(call, await call.perform(addRole, portalIdOf(call), call.body, call.ifMatch)),
  changeRole: async (call) =>
    presentOne(call, await call.perform(changeRole, portalIdOf(call), call.params.roleKey, defined(call.body), call.ifMatch)),
  removeRole: async (call) => {
    await call.perform(removeRole, portalIdOf(call), call.params.roleKey, call.ifMatch);
    return undefined;
  },
};

async function getPortal(call: AtPortal): Promise<Portal> {
  const portal = await call.perform(({ tx, workspace }) => findPortal(tx, workspace.id, portalIdOf(call)));
  if (!portal) throw refuse('unknown');
  return portal;
}

async function presentOne(call: Call, portal: Portal): Promise<PortalView> {
  const [view] = await call.perform((work) => presentPortals(work, [portal], call));
  if (!view) throw refuse('unknown');
  return view;
}

async function countPeople({ tx, workspace }: Work, portalId: PortalId): Promise<PortalNumbers> {
  const areas = await listAreas(tx, workspace.id, [portalId]);
  const roles = await listRoles(tx, workspace.id, [portalId]);
  const byArea = await countPeopleByArea(
    tx,
    workspace.id,
    areas.map(({ id }) => id),
  );
  const byRole = await countPeopleByRole(tx, workspace.id, portalId);
  return {
    accesses: await countAccesses(tx, workspace.id, portalId),
    areas: areas.map(({ id }) => ({ id, people: byArea.get(id) ?? 0 })),
    roles: roles.map(({ key }) => ({ key, people: byRole.get(key) ?? 0 })),
  };
}
