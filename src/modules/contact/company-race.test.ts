import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Work } from '../../platform/work.ts';
import type { CustomerId } from '../customer/index.ts';
import { peopleApp } from './contact.fixture.ts';
import { changeContact, createContact } from './save-contact.ts';

const { app, create } = await peopleApp();
const perform = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
const company = async () => (await app.api<{ id: CustomerId }>('POST', '/customers', { body: { name: 'Südbau GmbH' } })).body.id;
const remove = (id: string) => app.api<{ code: string }>('DELETE', `/customers/${id}`);
/** Whether somebody waits for a row that somebody else holds. */
const waiting = async () => {
  const { rows } = await sql`select from pg_locks where not granted`.execute(app.database.owner.db);
  return rows.length > 0;
};
const fields = (customerId: CustomerId) => ({ customerId, firstName: 'Anna', lastName: 'Amsel' });

test('a company that is deleted at the same moment is refused like one that is gone', async () => {
  const customerId = await company();
  const deleting = await app.database.owner.db.startTransaction().execute();
  await deleting.deleteFrom('customer').where('id', '=', customerId).execute();
  const adding = perform(createContact, fields(customerId), undefined).catch((error: unknown) => error);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
  await deleting.commit().execute();
  expect(await adding).toMatchObject({ code: 'contact.unknown-customer' });
});

test('a company that a person is being added to is not deleted under them', async () => {
  const customerId = await company();
  let removed: ReturnType<typeof remove> | undefined;
  await perform(async (work: Work) => {
    await createContact(work, fields(customerId), undefined);
    removed = remove(customerId);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
  });
  const answer = await removed;
  expect([answer?.status, answer?.body.code]).toEqual([409, 'customer.has-contacts']);
});

test('rule 13 a company that is gone is refused at its field, for a new person and for a move', async () => {
  const customerId = await company();
  const { contact } = (await create()).body;
  await remove(customerId);
  const refused = { code: 'contact.unknown-customer', detail: { pointer: '/customerId' } };
  await expect(perform(createContact, fields(customerId), undefined)).rejects.toMatchObject(refused);
  await expect(perform(changeContact, contact.id as never, { customerId }, undefined, undefined)).rejects.toMatchObject(refused);
});

test('a person whose access was deleted cannot be deleted either, and the refusal says why', async () => {
  const { contact } = (await create({ portalAccess: {} })).body;
  const tryIt = async () => (await app.api<{ code: string }>('DELETE', `/contacts/${contact.id}`)).body.code;
  expect(await tryIt()).toBe('contact.has-access');
  await app.database.owner.db
    .updateTable('access')
    .set({ deletedAt: app.clock.now() })
    .where('id', '=', contact.accesses[0]?.accessId as never)
    .execute();
  expect(await tryIt()).toBe('contact.had-access');
});
