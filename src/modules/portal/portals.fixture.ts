import { peopleApp } from '../contact/contact.fixture.ts';
import type { PortalView } from './contract.ts';

/** A server with people, and the words that tests about its portals are written in. To be called at the top of a test file. */
export async function portalsApp() {
  const people = await peopleApp();
  const { app } = people;
  let count = 0;
  return {
    ...people,
    open: (order: Partial<PortalView> = {}) =>
      app.api<PortalView>('POST', '/portals', {
        body: { slug: `portal-${++count}`, name: 'Installateurportal', kind: 'installer', ...order },
      }),
    read: async (id: string) => (await app.api<PortalView>('GET', `/portals/${id}`)).body,
    list: async () => (await app.api<{ items: PortalView[] }>('GET', '/portals')).body.items,
    changePortal: (id: string, body: unknown, headers?: Record<string, string>) =>
      app.api<PortalView & { code?: string; errors?: { pointer: string }[] }>('PATCH', `/portals/${id}`, {
        body,
        ...(headers && { headers }),
      }),
    numbers: async (id: string) =>
      (
        await app.api<{ accesses: number; areas: { id: string; people: number }[]; roles: { key: string; people: number }[] }>(
          'GET',
          `/portals/${id}/numbers`,
        )
      ).body,
  };
}
