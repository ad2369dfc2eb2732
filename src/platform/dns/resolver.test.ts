import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createResolver, rememberingResolver } from './resolver.ts';
import { silentResolver, zoneResolver } from './zone.fixture.ts';

/** A name server of our own on a port of this machine: answers by the first label, and never at all for `still`. */
const server = createSocket('udp4');
let servers: string[] = [];

const noSuchName = 3;
const failure = 2;
const texts: Record<string, string[][]> = { zwei: [['v=spf1 ', 'include:a.de -all'], ['zweiter']] };

function answerTo(question: Buffer): Buffer | undefined {
  const end = question.indexOf(0, 12) + 5;
  const label = question.subarray(13, 13 + (question[12] ?? 0)).toString();
  if (label === 'still') return undefined;
  const records = texts[label] ?? [];
  const head = Buffer.from(question.subarray(0, end));
  head[2] = 0x81;
  head[3] = 0x80 | (label === 'weg' ? noSuchName : label === 'kaputt' ? failure : 0);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10);
  return Buffer.concat([head, ...records.map(textRecord)]);
}

function textRecord(pieces: string[]): Buffer {
  const data = Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])));
  const size = Buffer.alloc(2);
  size.writeUInt16BE(data.length);
  return Buffer.concat([Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]), size, data]);
}

beforeAll(async () => {
  server.on('message', (question, from) => {
    const answer = answerTo(question);
    if (answer) server.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  servers = [`127.0.0.1:${server.address().port}`];
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

test('a text in pieces is one text; a name without records and a name that does not exist have none', async () => {
  const resolver = createResolver({ servers });
  expect(await resolver.txt('zwei.muster.de')).toEqual({ kind: 'found', records: ['v=spf1 include:a.de -all', 'zweiter'] });
  expect(await resolver.txt('leer.muster.de')).toEqual({ kind: 'none' });
  expect(await resolver.txt('weg.muster.de')).toEqual({ kind: 'none' });
  expect(await resolver.a('weg.muster.de')).toEqual({ kind: 'none' });
  expect(await resolver.mx('weg.muster.de')).toEqual({ kind: 'none' });
});

test('a name that cannot exist has no records, and no address has no names', async () => {
  const resolver = createResolver({ servers });
  expect(await resolver.txt(`${'x'.repeat(64)}.muster.de`)).toEqual({ kind: 'none' });
  expect(await resolver.ptr('keine-adresse')).toEqual({ kind: 'none' });
});

test('rule 23 a name server that fails, and one that never answers, have failed within the limit', async () => {
  const resolver = createResolver({ servers, timeoutMilliseconds: 300 });
  expect(await resolver.txt('kaputt.muster.de')).toEqual({ kind: 'failed' });
  const start = performance.now();
  expect(await resolver.txt('still.muster.de')).toEqual({ kind: 'failed' });
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('one look asks each question once, in any spelling, and no more than its limit', async () => {
  const zone = zoneResolver({ 'muster.de': { txt: ['hallo'] } });
  const resolver = rememberingResolver(zone, { milliseconds: 10_000, questions: 2 });
  const answers = await Promise.all([resolver.txt('muster.de'), resolver.txt('Muster.DE.'), resolver.a('muster.de')]);
  expect(answers.map(({ kind }) => kind)).toEqual(['found', 'found', 'none']);
  expect(zone.asked).toEqual(['txt muster.de', 'a muster.de']);
  expect(await resolver.txt('anders.de')).toEqual({ kind: 'failed' });
});

test('rule 23 when the time of a look is over, what has not been answered has failed', async () => {
  const never = rememberingResolver({ ...silentResolver, txt: () => new Promise(() => {}) }, { milliseconds: 50, questions: 10 });
  expect(await Promise.all([never.txt('a.de'), never.txt('b.de')])).toEqual([{ kind: 'failed' }, { kind: 'failed' }]);
});
