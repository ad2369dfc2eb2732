import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApp } from './app.fixture.ts';
import { addWorkspace } from './first-start.ts';
import { days } from './platform/clock.ts';
import { newId } from './platform/id.ts';

const app = await testApp({ PFORTE_BASE_URL: 'https://pforte.example', PFORTE_BASE_DOMAIN: 'pforte.example' });

/** Every delete of a report of this workspace fails from now on. */
const breakDeleting = (workspaceId: string) =>
  sql.raw(`
    create function broken() returns trigger language plpgsql as 'begin raise exception ''a broken row''; end';
    create trigger broken before delete on bounce for each row when (old.workspace_id = '${workspaceId}') execute function broken();
  `);

test('a workspace that cannot be tidied keeps no other one from being tidied', async () => {
  const { db } = app.database.owner;
  await addWorkspace(
    { ...app, app, db: app.database.db, now: app.clock.now() },
    { workspace: 'Anders AG', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' },
    { email: 'chef@anders.example', password: 'sieben Stufen bis zum Hafen' },
  );
  const all = await app.workspaces.list();
  expect(all).toHaveLength(2);
  const now = app.clock.now();
  const report = { number: 1, receivedAt: now, way: 'posted', subject: '', recipientAddress: null, status: null, answer: null } as const;
  for (const { id: workspaceId } of all)
    await db
      .insertInto('bounce')
      .values({ workspaceId, id: newId(now), digest: Buffer.alloc(32), kind: null, messageId: null, outcome: 'unknown-message', ...report })
      .execute();
  await breakDeleting(all[0]?.id ?? '').execute(db);

  app.clock.turn(days(2000));
  await app.workers.tidy.drain();
  expect(await db.selectFrom('bounce').select('workspaceId').execute()).toEqual([{ workspaceId: all[0]?.id }]);
});
