import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { acceptingMailServer } from './mail-server.fixture.ts';
import { makeDirectory } from './platform/db/openers.fixture.ts';
import { until } from './platform/db/until.ts';
import { administrator, runPforte, type ServerProcess, setUp } from './server.fixture.ts';
import { type Created, createUntilGone, findLosses, findMailLosses, killEverything, readContacts } from './server-kills.fixture.ts';
import { launch, stopsWell } from './servers.fixture.ts';

const rounds = 25;
const killPoints = 8;
/** As many as the server keeps with one mail server at a time: a kill can leave so many mails without an answer. */
const mailsInFlight = 5;

const nothingLost = { acknowledgedAndLost: [], halves: [], neverAskedFor: [] };
const noMailLost = { lost: [], tooOften: [], strange: [] };

test(`rule 22 ${rounds} times kill -9 while contacts are created: what was answered is there with its mail, nothing is there by half`, {
  timeout: 400_000,
}, async () => {
  const mailServer = await acceptingMailServer();
  // A killed process takes nothing along that it has handed to the system, so memory serves as well as a disk here.
  const dataDirectory = makeDirectory('memory');
  const environment = { PFORTE_SMTP_URL: mailServer.url };
  const known: Created[] = [];
  const starts: number[] = [];
  let place = { cookie: '', customerId: '' };

  for (let round = 0; round < rounds; round++) {
    const server = await launch({ dataDirectory, environment });
    starts.push(await server.ready());
    if (round === 0) place = await openPlace(server);
    const answered = () => known.filter(({ id }) => id).length;
    const enough = answered() + 4 + ((round * 7) % 40);
    const gone = createUntilGone(server, { ...place, round }, known);
    expect(await until(() => answered() >= enough || undefined, { withinMillis: 60_000, everyMillis: 2 }), `round ${round}`).toBe(true);
    if (round % 5 === 4) await killEverything(server);
    else await server.kill();
    await gone;
    expect(server.logged()).toBe('');
  }

  const server = await launch({ dataDirectory, environment });
  starts.push(await server.ready());
  const outboxIsEmpty = async () => (await readContacts(dataDirectory)).every(({ accepted }) => accepted !== false) || undefined;
  expect(await until(outboxIsEmpty, { withinMillis: 60_000, everyMillis: 100 })).toBe(true);
  const stored = await readContacts(dataDirectory);
  expect(findLosses(known, stored)).toEqual(nothingLost);
  expect(findMailLosses(mailServer.arrived, stored)).toEqual(noMailLost);
  const owed = stored.filter(({ messages }) => messages).length;
  expect(owed).toBeGreaterThan(500);
  const duplicates = mailServer.arrived.length - owed;
  expect(duplicates).toBeLessThanOrEqual(rounds * mailsInFlight);
  const verified = await runPforte(['audit', 'verify'], { dataDirectory });
  expect(verified).toMatchObject({ code: 0, complained: '', printed: expect.stringMatching(/ \d+ events, 0 erased, 0 faults\n$/) });
  await stopsWell(server);
  tell({ known, starts, stored: stored.length, arrived: mailServer.arrived.length, duplicates });
});

async function openPlace(server: ServerProcess): Promise<{ cookie: string; customerId: string }> {
  const cookie = await server.signIn();
  const { body } = await server.api<{ id: string }>('POST', '/customers', { cookie, body: { name: 'Stadtwerke Musterstadt' } });
  return { cookie, customerId: body.id };
}

/** The figures that the documents quote. */
function tell(seen: { known: Created[]; starts: number[]; stored: number; arrived: number; duplicates: number }): void {
  const answered = seen.known.filter(({ id }) => id).length;
  const again = seen.starts.slice(1).sort((one, other) => one - other);
  console.log(
    `${rounds} kills: ${answered} of ${seen.known.length} contacts answered, ${seen.stored} stored, ${seen.arrived} mails arrived, ${seen.duplicates} of them twice; ready again after ${Math.round(again[12] ?? 0)} ms, at most ${Math.round(again.at(-1) ?? 0)} ms`,
  );
}

/** Kills a first start this long after it began, and shows that the next one completes it: set up by the settings, or by the printed address. */
async function killFirstStart(afterMillis: number, bySettings: boolean): Promise<void> {
  const options = { dataDirectory: makeDirectory('memory'), isSetUp: bySettings };
  const first = await launch(options);
  await pause(afterMillis);
  await first.kill();
  const second = await launch(options);
  await second.ready();
  if (!bySettings) await setUp(second);
  const { body } = await second.api<{ name: string }>('GET', '/workspace');
  expect(body.name, `killed after ${afterMillis} ms`).toBe(administrator.workspace);
  expect(await second.stop()).toMatchObject({ code: 0 });
  expect(await until(() => second.leftovers().length === 0 || undefined, { withinMillis: 5_000 })).toBe(true);
}

test(`rule 22 a first start killed at ${killPoints} points from the first line to ready is completed by the next, and can be set up`, {
  timeout: 400_000,
}, async () => {
  const untouched = await launch({ dataDirectory: makeDirectory('memory') });
  const whole = await untouched.ready();
  await untouched.end();
  const points = Array.from({ length: killPoints }, (_, point) => ({
    millis: (whole * (point + 0.5)) / killPoints,
    bySettings: point % 4 < 2,
  }));
  const lane = async (remainder: number) => {
    for (const { millis, bySettings } of points.filter((_, place) => place % 2 === remainder)) await killFirstStart(millis, bySettings);
  };
  await Promise.all([lane(0), lane(1)]);
});
