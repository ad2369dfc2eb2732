import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { later, minutes, seconds } from '../../../platform/clock.ts';
import { testDatabase } from '../../../platform/db/db.fixture.ts';
import type { Id } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { openPost } from '../mail.fixture.ts';
import { type MessageState, messageState } from '../mail.ts';
import { listMessages } from './list-messages.ts';
import { stateCondition } from './message-store.ts';

const database = await testDatabase<Schema>();
const states: MessageState[] = ['queued', 'deferred', 'paused', 'accepted', 'refused', 'unknown', 'given-up', 'withdrawn'];

test('the state of a mail is the same in SQL and in the pure function, over all combinations of facts', async () => {
  const at = await openPost(database);
  const now = at.clock.now();
  const ends = ['acceptedAt', 'refusedAt', 'givenUpAt', 'withdrawnAt', undefined] as const;
  for (const end of ends)
    for (const unknownAt of [null, now])
      for (const deferrals of [0, 3])
        for (const expiresAt of [null, later(now, -1), now, later(now, 1)]) {
          const id = await at.leaveOne('anna@kunde.example', { template: 'password_changed' });
          await database.db
            .updateTable('message')
            .set({ ...(end && { [end]: now }), unknownAt, deferrals, expiresAt })
            .where('id', '=', id)
            .execute();
        }
  const rows = await at.messages();
  expect(rows).toHaveLength(80);
  for (const paused of [false, true]) {
    for (const state of states) {
      const found = await database.db
        .selectFrom('message')
        .select('id')
        .where('workspaceId', '=', at.workspace.id)
        .where(stateCondition(state, now, paused))
        .execute();
      const expected = rows.filter((row) => messageState(row, now, paused) === state);
      expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
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
  expect((await list({ state: 'queued' })).total).toBe(7);
  expect((await list({ state: 'refused' })).total).toBe(0);
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
