import { beforeAll, beforeEach } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { hours } from '../../platform/clock.ts';
import type { SavedContact } from './contract.ts';

/** A password that the policy takes. */
export const good = 'vier graue Esel am Deich';

export const linkIn = (text = ''): string => /https?:\/\/\S+\/link\/[\w-]{43}/.exec(text)?.[0] ?? '';
export const pathOf = (link: string): string => new URL(link).pathname;

/**
 * A server with one company, and the words that tests about its people are written in. To be called at the top of a test file.
 * `environment`: settings as an operator would write them.
 */
export async function peopleApp(environment: Record<string, string> = {}) {
  const app = await testApp(environment);
  let customerId = '';
  let count = 0;

  beforeAll(async () => {
    customerId = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Nordbau GmbH' } })).body.id;
  });
  // Tests share one network, which would be slowed down; an hour later it is not.
  beforeEach(() => app.clock.turn(hours(1)));

  const newAddress = () => `person${++count}@nordbau.example`;
  const person = (fields: Record<string, unknown> = {}) => ({
    customerId,
    salutation: 'frau',
    firstName: 'Anna',
    lastName: 'Amsel',
    email: newAddress(),
    ...fields,
  });
  const create = (fields: Record<string, unknown> = {}) => app.api<SavedContact>('POST', '/contacts', { body: person(fields) });
  const sentTo = async (address: string) => {
    await app.work();
    return (await app.mails()).filter(({ recipient }) => recipient.includes(address));
  };

  return {
    app,
    newAddress,
    person,
    create,
    sentTo,
    change: (id: string, body: unknown) => app.api<SavedContact>('PATCH', `/contacts/${id}`, { body }),
    setPassword: (link: string, password = good) => app.page('POST', pathOf(link), { form: { password } }),
    signIn: (accountName: string, password = good) => app.page('POST', '/kunden/sign-in', { form: { accountName, password } }),
    switchTemplate: (active: boolean) => app.api('PATCH', '/mail/templates/set_password', { body: { active } }),
    /** A new person with a link in their mailbox. */
    async invited() {
      const { contact } = (await create({ portalAccess: { sendPasswordLink: true } })).body;
      const [mail] = await sentTo(String(contact.email));
      return { contact, link: linkIn(mail?.text) };
    },
  };
}
