import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { later, minutes, seconds } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import { type Id, newId } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { openPost } from '../mail.fixture.ts';
import { messageState } from '../mail.ts';
import { messageStates } from './contract.ts';
import { holdCause } from './hold-store.ts';
import { listMessages } from './list-messages.ts';
import { stateCondition } from './message-store.ts';

const database = await testDatabase<Schema>();
const { db } = database;

test('the state of a mail is the same in SQL and in the pure function, over all combinations of facts', async () => {
  const at = await openPost(database);
  const { id: workspaceId } = at.workspace;
  const now = at.clock.now();
  const template = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
  const pattern = await at.message(template);
  await db.deleteFrom('message').where('workspaceId', '=', workspaceId).execute();

  const ends = [['acceptedAt'], ['acceptedAt', 'bouncedAt'], ['refusedAt'], ['givenUpAt'], ['withdrawnAt'], []] as const;
  const rows = [];
  for (const end of ends)
    for (const unknownAt of [null, now])
      for (const deferrals of [0, 3])
        for (const expiresAt of [null, later(now, -1), now, later(now, 1)])
          for (const templateKey of ['password_changed', 'set_password'] as const)
            for (const recipientAddress of ['Anna@kunde.example', 'Marked@kunde.example']) {
              const { searchText: _, ...fields } = pattern;
              const id = newId<'message'>(now);
              const ended = Object.fromEntries(end.map((fact) => [fact, now]));
              rows.push({
                ...fields,
                id,
                messageId: `<${id}@x>`,
                unknownAt,
                deferrals,
                expiresAt,
                templateKey,
                recipientAddress,
                ...ended,
              });
            }
  await db.insertInto('message').values(rows).execute();
  const mark = { workspaceId, cause: 'bounced' as const, messageId: rows[0]?.id ?? template, status: null, answer: null };
  await db
    .insertInto('addressMark')
    .values([
      { ...mark, id: newId(now), addressKey: 'marked@kunde.example', since: now, releasedAt: null, releasedBy: null },
      { ...mark, id: newId(now), addressKey: 'anna@kunde.example', since: now, releasedAt: now, releasedBy: null },
    ])
    .execute();
  await db.insertInto('mailTemplate').values({ workspaceId, key: 'set_password', active: false, changedAt: now }).execute();

  const stored = await db.selectFrom('message').selectAll().select(holdCause().as('hold')).where('workspaceId', '=', workspaceId).execute();
  expect(stored).toHaveLength(6 * 2 * 2 * 4 * 2 * 2);
  for (const row of stored) {
    const marked = row.recipientAddress.startsWith('Marked') ? 'address-marked' : null;
    expect(row.hold).toBe(row.templateKey === 'set_password' ? 'template-inactive' : marked);
  }
  for (const paused of [false, true]) {
    for (const state of messageStates) {
      const found = await db
        .selectFrom('message')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where(stateCondition(state, now, paused))
        .execute();
      const expected = stored.filter((row) => messageState(row, now, { hold: row.hold, paused }) === state);
      expect(found.map(({ id }) => id).sort(), state).toEqual(expected.map(({ id }) => id).sort());
    }
  }
});

test('the outbox is listed newest first, in pages in both directions, with filters and search', async () => {
  const at = await openPost(database);
  const contactId = '018f0000-0000-7000-8000-0000000000aa' as Id<'contact'>;
  for (let index = 0; index < 7; index++) {
    at.clock.turn(seconds(1));
    await at.leaveOne(`p${index}@kunde.example`, {
      contactId: index % 2 ? contactId : undefined,
      person: { salutation: null, title: null, firstName: 'Jörg', lastName: `Weiß${index}` },
    } as never);
  }
  const list = (query: object) => at.perform((work) => listMessages(work, { limit: 3, ...query }, 'de'));
  const first = await list({});
  expect(first.items.map(({ recipientAddress }) => recipientAddress)).toEqual(['p6@kunde.example', 'p5@kunde.example', 'p4@kunde.example']);
  expect(first).toMatchObject({ total: 7, totalIsEstimate: false, previousCursor: null });
  const second = await list({ cursor: first.nextCursor });
  expect(second.items.map(({ recipientAddress }) => recipientAddress)).toEqual([
    'p3@kunde.example',
    'p2@kunde.example',
    'p1@kunde.example',
  ]);
  expect((await list({ cursor: second.previousCursor })).items).toEqual(first.items);
  expect((await list({ contactId })).total).toBe(3);
  expect((await list({ q: 'joerg weiss3' })).items.map(({ recipientAddress }) => recipientAddress)).toEqual(['p3@kunde.example']);
  expect((await list({ q: 'P4@KUNDE' })).total).toBe(1);
  expect((await list({ states: ['queued', 'held'] })).total).toBe(7);
  expect((await list({ states: ['refused'] })).total).toBe(0);
  const forged = Buffer.from(JSON.stringify(['f', 'yesterday', contactId])).toString('base64url');
  await expect(list({ cursor: forged })).rejects.toMatchObject({ code: 'request.bad-cursor' });
});

test('rule 13 the outbox of one workspace holds nothing of another', async () => {
  const [at, elsewhere] = [await openPost(database), await openPost(database)];
  await elsewhere.leaveOne('anna@kunde.example');
  expect((await at.perform((work) => listMessages(work, { limit: 10 }, 'de'))).items).toEqual([]);
});

test('rule 16 the database keeps no link beside an end, and no two ends', async () => {
  const at = await openPost(database);
  const id = await at.leaveOne('anna@kunde.example');
  const set = (change: object) => database.db.updateTable('message').set(change).where('id', '=', id).execute();
  await expect(set({ acceptedAt: at.clock.now() })).rejects.toThrow('message_keeps_no_link');
  await expect(set({ acceptedAt: at.clock.now(), refusedAt: at.clock.now(), sealedLink: null })).rejects.toThrow('message_has_one_end');
});

test('what the worker asks every second uses the index of due mails', async () => {
  const at = await openPost(database);
  await at.leaveOne('anna@kunde.example');
  await database.db.connection().execute(async (connection) => {
    await sql`set enable_seqscan = off`.execute(connection);
    const plan = await sql<
      Record<string, string>
    >`explain select id from message where workspace_id = ${at.workspace.id} and next_attempt_at <= ${later(at.clock.now(), minutes(1))}
      and accepted_at is null and refused_at is null and given_up_at is null and withdrawn_at is null order by next_attempt_at, id limit 50`.execute(
      connection,
    );
    expect(JSON.stringify(plan.rows)).toContain('message_due');
    await sql`reset enable_seqscan`.execute(connection);
  });
});
