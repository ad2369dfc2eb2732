import { setTimeout as sleep } from 'node:timers/promises';
import { seededNumbers } from './modules/mail/delivery/many-faults.fixture.ts';
import { startSink } from './modules/mail/delivery/smtp-sink.fixture.ts';
import { until } from './platform/db/until.ts';
import { startServer } from './server.fixture.ts';
import { killEverything } from './server-kills.fixture.ts';

export type KillFigures = { mails: number; kills: number; missing: number; duplicates: number; strange: number };

type Order = { mails: number; kills: number; seed: number; tell?: (line: string) => void };

/**
 * Leaves mails in a stopped queue, lets it go on, and kills the server (kill -9; every other time its PostgreSQL at the same moment) again and again
 * while they leave: each time after a few mails have arrived, at any moment of the next one. Then compares what was owed with what arrived.
 */
export async function killWhileMailsLeave({ mails, kills, seed, tell = () => {} }: Order): Promise<KillFigures> {
  const next = seededNumbers(seed);
  const sink = await startSink(() => 'none', 15);
  const environment = { PFORTE_SMTP_URL: `smtp://127.0.0.1:${sink.port}?from=no-reply@muster.example` };
  const first = await startServer({ environment });
  const options = { dataDirectory: first.dataDirectory, environment };
  let server = first;
  try {
    await first.api('POST', '/mail/pause');
    const { body: customer } = await first.api<{ id: string }>('POST', '/customers', { body: { name: 'Stadtwerke' } });
    const owed = new Map<string, string>();
    for (let index = 0; index < mails; index++) {
      const email = `k-${index}@kunde.example`;
      const body = {
        customerId: customer.id,
        firstName: 'Anna',
        lastName: `Kunde ${index}`,
        email,
        portalAccess: { sendPasswordLink: true },
      };
      const { body: saved } = await first.api<{ mail: { messageId: string } }>('POST', '/contacts', { body });
      owed.set(email, `<${saved.mail.messageId}@muster.example>`);
    }
    await first.api('POST', '/mail/resume');

    const average = mails / (kills + 1);
    for (let kill = 0; kill < kills; kill++) {
      const arrived = sink.mails() + Math.floor(next() * 2 * average);
      await until(() => (sink.mails() >= arrived && sink.mails() > 0) || undefined, { withinMillis: 60_000, everyMillis: 1 });
      await sleep(next() * 25);
      if (kill % 2) await killEverything(server);
      else await server.kill();
      if (kill % 10 === 9) tell(`${kill + 1} kills, ${sink.mails()} mails have arrived`);
      server = await startServer(options);
    }
    const isDone = () => [...owed.keys()].every((email) => sink.arrivals.has(email));
    await until(() => isDone() || undefined, { withinMillis: 120_000, everyMillis: 50 });
    await until(async () => (await server.api<{ waiting: number }>('GET', '/mail/queue')).body.waiting === 0 || undefined, {
      withinMillis: 60_000,
      everyMillis: 200,
    });
    const arrivals = [...sink.arrivals.values()];
    return {
      mails,
      kills,
      missing: [...owed.keys()].filter((email) => !sink.arrivals.has(email)).length,
      duplicates: arrivals.reduce((sum, { messageIds }) => sum + messageIds.length - 1, 0),
      strange: arrivals.filter(({ to, messageIds }) => messageIds.some((id) => id !== owed.get(to))).length,
    };
  } finally {
    await server.end();
    await first.end();
    await sink.close();
  }
}
