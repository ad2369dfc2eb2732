import { defined } from '../../platform/defined.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import { changePortal } from './change-portal.ts';
import type { PortalView, portalContract } from './contract.ts';
import { type Area, areaDescription, areaName, forgotPasswordUrl, type Portal, type PortalId, signInUrl } from './portal.ts';
import { refuse } from './refusals.ts';
import { findPortal, listAreas, listPortals } from './store.ts';

export const portalHandlers: Handlers<typeof portalContract> = {
  listPortals: async (call) => {
    const { portals, areas } = await call.perform(async ({ tx, workspace }) => {
      const portals = await listPortals(tx, workspace.id);
      return {
        portals,
        areas: await listAreas(
          tx,
          workspace.id,
          portals.map(({ id }) => id),
        ),
      };
    });
    return { items: portals.map((portal) => present(call, portal, areas)) };
  },
  getPortal: async (call) => presentOne(call, await getPortal(call, call.params.portalId)),
  changePortal: async (call) =>
    presentOne(call, await call.perform(changePortal, call.params.portalId as PortalId, defined(call.body), call.ifMatch)),
  getPortalAddresses: async (call) => {
    const portal = await getPortal(call, call.params.portalId);
    return {
      signIn: signInUrl(call.workspace, portal),
      forgotPassword: forgotPasswordUrl(call.workspace, portal),
      forgotPasswordShort: portal.isDefault ? `${call.workspace.baseUrl}/clients/forgot_password` : null,
    };
  },
};

async function getPortal({ perform }: Call, portalId: string): Promise<Portal> {
  const portal = await perform(({ tx, workspace }) => findPortal(tx, workspace.id, portalId as PortalId));
  if (!portal) throw refuse('unknown');
  return portal;
}

async function presentOne(call: Call, portal: Portal): Promise<PortalView> {
  return present(call, portal, await call.perform(({ tx, workspace }) => listAreas(tx, workspace.id, [portal.id])));
}

const present = ({ actor, language }: Call, portal: Portal, areas: Area[]): PortalView => ({
  ...portal,
  areas: areas
    .filter((area) => area.portalId === portal.id)
    .map((area) => ({ id: area.id, key: area.key, name: areaName(area, language), description: areaDescription(area, language) })),
  allowed: actor.kind === 'user' && actor.administrator ? ['edit'] : [],
});
