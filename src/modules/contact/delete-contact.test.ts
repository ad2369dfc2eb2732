import { expect, test } from 'vitest';
import { good, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, create, invited, person } = await peopleApp();
const { owner } = app.database;

const read = async (id: string) => (await app.api<ContactView>('GET', `/contacts/${id}`)).body;
const listed = async (id: string) =>
  (await app.api<{ items: ContactView[] }>('GET', '/contacts', { query: { limit: '200' } })).body.items.find(
    (contact) => contact.id === id,
  );
const remove = (id: string) => app.api<{ code: string; detail: string }>('DELETE', `/contacts/${id}`);

/** What a view says of deleting, beside what the server does when it is tried. */
async function saidAndDone(id: string) {
  const [one, inList] = [await read(id), await listed(id)];
  expect(inList?.allowed).toEqual(one.allowed);
  expect(inList?.denied).toEqual(one.denied);
  const { status, body } = await remove(id);
  return { allowed: one.allowed.includes('delete'), denied: one.denied, status, body };
}

test('B001 somebody without access may be deleted, and is', async () => {
  const { contact } = (await create()).body;
  expect(await saidAndDone(contact.id)).toMatchObject({ allowed: true, denied: [], status: 204 });
});

test('B001 somebody with access may not be deleted; the view says why in the words of the refusal', async () => {
  const { contact } = await invited();
  const { allowed, denied, status, body } = await saidAndDone(contact.id);
  expect({ allowed, status, code: body.code }).toEqual({ allowed: false, status: 409, code: 'contact.has-access' });
  expect(denied).toEqual([{ action: 'delete', code: body.code, sentence: body.detail }]);
});

test('B001 nor somebody who had access once: the view does not offer what the server would refuse', async () => {
  const { contact } = (await create({ ...person(), portalAccess: { password: good } })).body;
  await owner.db
    .updateTable('access')
    .set({ deletedAt: app.clock.now() })
    .where('id', '=', contact.accesses[0]?.accessId as never)
    .execute();
  const { allowed, denied, status, body } = await saidAndDone(contact.id);
  expect({ allowed, status, code: body.code }).toEqual({ allowed: false, status: 409, code: 'contact.had-access' });
  expect(denied).toEqual([{ action: 'delete', code: body.code, sentence: body.detail }]);
});

test('a company with people may not be deleted; the view says why in the words of the refusal', async () => {
  const { contact } = (await create()).body;
  type Company = { allowed: string[]; denied: { action: string; code: string; sentence: string }[] };
  const company = (await app.api<Company>('GET', `/customers/${contact.customerId}`)).body;
  const { status, body } = await app.api<{ code: string; detail: string }>('DELETE', `/customers/${contact.customerId}`);
  expect(status).toBe(409);
  expect(company.allowed).not.toContain('delete');
  expect(company.denied).toEqual([{ action: 'delete', code: body.code, sentence: body.detail }]);

  const empty = (await app.api<Company & { id: string }>('POST', '/customers', { body: { name: 'Leer GmbH' } })).body;
  expect(empty).toMatchObject({ allowed: expect.arrayContaining(['delete']), denied: [] });
  expect((await app.api('DELETE', `/customers/${empty.id}`)).status).toBe(204);
});
