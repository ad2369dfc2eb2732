import { beforeAll } from 'vitest';
import { minutes } from '../../../platform/clock.ts';
import { linkIn, peopleApp } from '../../contact/contact.fixture.ts';
import type { AccessView } from '../contract.ts';
import type { MailedAccess, SendingView } from './contract.ts';

export type Problem = { code: string; detail: string; errors?: { pointer: string; code: string; detail: string }[] };
export type Sendings = { items: SendingView[]; nextAt: string | null; pauseSeconds: number };

/** A server with two portals, and the words that stories about giving access are written in. To be called at the top of a test file. */
export async function welcomeApp() {
  const people = await peopleApp();
  const { app, create, sentTo, setPassword } = people;
  const portals = { customers: '', project: '' };

  beforeAll(async () => {
    const [first] = (await app.api<{ items: { id: string }[] }>('GET', '/portals')).body.items;
    portals.customers = String(first?.id);
    const body = { name: 'Projekt Hafen', slug: 'hafen', kind: 'project', timeZone: 'Europe/Berlin' };
    portals.project = (await app.api<{ id: string }>('POST', '/portals', { body })).body.id;
  });

  const give = (contactId: string, fields: object = {}) =>
    app.api<MailedAccess & Problem>('POST', '/accesses', { body: { portalId: portals.customers, contactId, ...fields } });
  const act = <Body = MailedAccess & Problem>(accessId: string, action: string, body?: object) =>
    app.api<Body>('POST', `/accesses/${accessId}/${action}`, body ? { body } : {});
  const newest = async (address: string) => {
    const [mail] = await sentTo(address);
    return { ...mail, link: linkIn(mail?.text) };
  };

  return {
    ...people,
    portals,
    give,
    act,
    newest,
    resend: (accessId: string) => act(accessId, 'resend'),
    save: (accessId: string, body: object, headers: Record<string, string> = {}) =>
      app.api<AccessView & { address?: { state: string; sentence: string; suggestion: string | null; mails: object[] } } & Problem>(
        'PATCH',
        `/accesses/${accessId}`,
        { body, headers },
      ),
    access: async (accessId: string) => (await app.api<AccessView>('GET', `/accesses/${accessId}`)).body,
    sendings: async (accessId: string) => (await app.api<Sendings>('GET', `/accesses/${accessId}/mails`)).body,
    switchOff: (template: string, active = false) => app.api('PATCH', `/mail/templates/${template}`, { body: { active } }),
    /** Somebody with the welcome mail in their mailbox. */
    async unlocked(fields: object = {}) {
      const contact = (await create()).body.contact;
      const { body: access } = await give(contact.id, fields);
      const address = String(contact.email);
      const { link } = await newest(address);
      return { contact, access, address, link };
    },
    /** Somebody who has set their password. */
    async registered() {
      const contact = (await create()).body.contact;
      const { body: access } = await give(contact.id);
      const address = String(contact.email);
      await setPassword((await newest(address)).link);
      const seen = (await sentTo(address)).length;
      app.clock.turn(minutes(2));
      return { contact, access, address, seen };
    },
  };
}
