import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { vault } from '../mail/mail.fixture.ts';
import { bounceTools, typedMailbox } from './bounce.fixture.ts';
import { changeBounceSetting } from './bounce-setting.ts';
import { proveSubAddresses } from './sub-addresses.ts';

const { openPost, mailbox, setUp } = await bounceTools();

test('a question about the old address that comes in while another address is being saved proves nothing about the new one', async () => {
  const at = await openPost();
  await setUp(at, { port: 143 }, { subAddresses: true });
  const probe = (await at.messages()).at(-1)?.recipientAddress ?? '';
  let proving: Promise<void> | undefined;
  await at.perform(async (work) => {
    await changeBounceSetting(
      work,
      { address: 'rueck@portal.example.com', mailbox: { ...typedMailbox, subAddresses: true, password: 'drei Eimer Kies' } },
      { vault },
    );
    proving = at.perform((other) => proveSubAddresses(other, { sentTo: [probe] }, vault));
    await untilSomebodyWaits();
  });
  await proving;
  expect(await mailbox(at)).toMatchObject({ subAddressesAskedAt: at.clock.now(), subAddressesProvenAt: null });
  expect(await at.setting()).toMatchObject({ returnPath: 'rueck@portal.example.com', returnPathTags: false });
  expect(at.events.map(({ name }) => name)).not.toContain('bounce-setting.sub-addresses-proven');

  /** For a lock, in our database. */
  async function untilSomebodyWaits(): Promise<void> {
    const deadline = performance.now() + 10_000;
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!(await waiting.execute(at.db)).rows.length && performance.now() < deadline) await new Promise((done) => setTimeout(done, 5));
  }
});
