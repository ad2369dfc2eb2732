import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../app.fixture.ts';
import { verifyChain } from './verify-chain.ts';

const app = await testApp();
const { owner } = app.database;

const verify = () => verifyChain(app.database.db, app.workspace.id);

/** What somebody with the owner's role can do behind the application's back. */
async function tamper(statement: ReturnType<typeof sql>) {
  await sql`alter table event disable trigger user`.execute(owner.db);
  await sql`alter table event drop constraint if exists event_id`.execute(owner.db);
  await statement.execute(owner.db);
  await sql`alter table event enable trigger user`.execute(owner.db);
}

let saved: unknown;
beforeEach(async () => {
  if (!saved) {
    const { body } = await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Nordbau GmbH' } });
    for (const name of ['Elbdruck', 'Isartechnik', 'Harzoptik']) await app.api('PATCH', `/customers/${body.id}`, { body: { name } });
    saved = true;
    await sql`create table event_copy as table event`.execute(owner.db);
    await sql`create table event_detail_copy as table event_detail`.execute(owner.db);
    await sql`create table event_head_copy as table event_head`.execute(owner.db);
    return;
  }
  await tamper(sql`delete from event_detail`);
  await tamper(sql`delete from event`);
  await tamper(sql`insert into event select * from event_copy`);
  await tamper(sql`insert into event_detail select * from event_detail_copy`);
  await tamper(
    sql`update event_head set sequence = copy.sequence, hash = copy.hash from event_head_copy as copy where copy.workspace_id = event_head.workspace_id`,
  );
});

describe('rule 21: the chain of events', () => {
  test('an untouched chain is whole', async () => {
    const report = await verify();
    expect(report.faults).toEqual([]);
    expect(report.events).toBeGreaterThan(6);
  });

  test('an edited event is found', async () => {
    await tamper(sql`update event set name = 'customer.kept' where sequence = 5`);
    expect((await verify()).faults).toContainEqual({ sequence: 5, fault: 'edited' });
  });

  test('an edited before and after is found', async () => {
    await tamper(sql`update event set change = '{"after": {"name": "Nie"}}' where sequence = 6`);
    expect((await verify()).faults).toContainEqual({ sequence: 6, fault: 'edited' });
  });

  test('edited personal details are found', async () => {
    await tamper(sql`update event_detail set personal = '{"name": "Wer anders"}' where sequence = 3`);
    expect((await verify()).faults).toEqual([{ sequence: 3, fault: 'detail-edited' }]);
  });

  test('a deleted event is found', async () => {
    await tamper(sql`delete from event_detail where sequence = 5`);
    await tamper(sql`delete from event where sequence = 5`);
    expect((await verify()).faults).toContainEqual({ sequence: 5, fault: 'missing' });
  });

  test('two swapped events are found', async () => {
    await tamper(sql`alter table event_detail drop constraint event_detail_workspace_id_sequence_fkey`);
    await tamper(
      sql`update event set sequence = case sequence when 5 then 1006 when 6 then 1005 else sequence end where sequence in (5, 6)`,
    );
    await tamper(sql`update event set sequence = sequence - 1000 where sequence > 1000`);
    const { faults } = await verify();
    expect(faults.map(({ sequence }) => sequence)).toEqual(expect.arrayContaining([5, 6]));
    await tamper(
      sql`alter table event_detail add constraint event_detail_workspace_id_sequence_fkey foreign key (workspace_id, sequence) references event not valid`,
    );
  });

  test('an inserted event is found', async () => {
    await tamper(
      sql`insert into event select workspace_id, (select max(sequence) + 1 from event), gen_random_uuid(), at, name, actor_kind, actor_id, on_behalf_of, subject_type, subject_id, change, commitment, previous_hash, hash from event where sequence = 4`,
    );
    expect((await verify()).faults.length).toBeGreaterThan(0);
  });

  test('a cut-off end is found', async () => {
    const { rows } = await sql<{ last: number }>`select max(sequence) as last from event`.execute(owner.db);
    const last = rows[0]?.last ?? 0;
    await tamper(sql`delete from event_detail where sequence = ${last}`);
    await tamper(sql`delete from event where sequence = ${last}`);
    expect((await verify()).faults).toEqual([{ sequence: last, fault: 'cut-off' }]);
  });

  test('erasing a person breaks nothing: the chain holds commitments, no names', async () => {
    const { rows } = await sql<{ change: string }>`select change::text from event`.execute(owner.db);
    expect(rows.map(({ change }) => change).join()).not.toContain('chefin@');
    await sql`delete from event_detail`.execute(owner.db);
    const report = await verify();
    expect(report.faults).toEqual([]);
    expect(report.erased).toBe(report.events);
  });

  test('the application role can neither change nor delete an event', async () => {
    await expect(sql`update event set name = 'x'`.execute(app.database.db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from event`.execute(app.database.db)).rejects.toThrow(/permission denied/);
    await expect(sql`update event set name = 'x'`.execute(owner.db)).rejects.toThrow(/never changed/);
  });
});

test('rule 21 one transaction may leave more events than one statement can hold, and the chain stays whole', async () => {
  await app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(async ({ record }) => {
    for (let number = 0; number < 6_000; number++)
      record(
        'customer.changed',
        { type: 'customer', id: app.workspace.id },
        { after: { number }, personal: { name: `Nordbau ${number}` } },
      );
  });
  const { events, faults } = await verify();
  expect(events).toBeGreaterThan(6_000);
  expect(faults).toEqual([]);
});
