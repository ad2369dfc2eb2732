import { expect, test } from 'vitest';
import { zoneResolver } from '../../platform/dns/zone.fixture.ts';
import { examine } from './examine.ts';
import { type Point, type RecordKind, recordKinds } from './mail-domain.ts';
import { pointPhrases } from './point-phrases.ts';
import { sendingOf } from './sending.ts';
import { zoneCases } from './zones-cases.fixture.ts';

const right: Record<RecordKind, string> = {
  mx: 'ok mx-ok',
  spf: 'ok spf-ok',
  dkim: 'ok dkim-ok',
  dmarc: 'ok dmarc-none',
  alignment: 'ok alignment-both',
};

const seen = async ({ zone, route, installation, selectors }: (typeof zoneCases)[number]) => {
  const resolver = zoneResolver(zone);
  return { resolver, report: await examine(resolver, route, sendingOf(route, installation), selectors) };
};

test.each(zoneCases)('B029 zone: $name', async (one) => {
  const { report } = await seen(one);
  const main = Object.fromEntries(report.findings.map(({ kind, state, points }) => [kind, `${state} ${points[0]?.code}`]));
  expect(main).toEqual({ ...right, ...one.expected });
  expect(report.findings.flatMap(({ proposals }) => proposals.map(({ name, value }) => `${name} ${value}`))).toEqual(one.publish ?? []);
  const others = report.findings.flatMap(({ points }) => points.slice(1)).map(({ code }) => code);
  expect(others).toEqual(one.more ?? []);
});

test('at least thirty zones are examined, and every one shows all five records in their order', async () => {
  expect(zoneCases.length).toBeGreaterThanOrEqual(30);
  for (const one of zoneCases) expect((await seen(one)).report.findings.map(({ kind }) => kind)).toEqual([...recordKinds]);
});

test('one look asks each question once', async () => {
  for (const one of zoneCases) {
    const { resolver } = await seen(one);
    expect(resolver.asked.length).toBe(new Set(resolver.asked).size);
  }
});

test('a record that is published as proposed is in order: the second look finds us, and proposes nothing for SPF', async () => {
  for (const one of zoneCases) {
    const { report } = await seen(one);
    const spf = report.findings.find(({ kind }) => kind === 'spf');
    const [proposal] = spf?.proposals ?? [];
    if (!proposal?.value || one.name.includes('just now') || one.name.includes('only this house') || one.name.includes('too many'))
      continue;
    const entry = one.zone[proposal.name] ?? {};
    const after = { ...one, zone: { ...one.zone, [proposal.name]: { ...entry, txt: [proposal.value] } } };
    const again = (await seen(after)).report.findings.find(({ kind }) => kind === 'spf');
    expect([one.name, again?.points.filter(({ state }) => state === 'problem'), again?.proposals]).toEqual([one.name, [], []]);
  }
});

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

test('every place of a sentence is filled, in German and in English', async () => {
  const said = new Map<string, Point>();
  for (const one of zoneCases)
    for (const { points } of (await seen(one)).report.findings) for (const point of points) said.set(point.code, point);
  for (const { code, values } of said.values()) {
    const { de, en, ...rest } = pointPhrases[code];
    for (const text of [de, en, 'du' in rest ? rest.du : de])
      expect([code, placesOf(text).filter((place) => !(place !== undefined && values && place in values))]).toEqual([code, []]);
  }
  // What no zone above can bring about is looked at in tests of its own.
  const unsaid = Object.keys(pointPhrases).filter((code) => !said.has(code));
  expect(unsaid).toEqual([
    'mx-hosts-silent',
    'spf-missing-open',
    'spf-sender-unknown',
    'spf-long',
    'dkim-all-silent',
    'dkim-several',
    'dkim-not-for-mail',
    'dkim-old-hash',
    'dkim-testing',
    'dmarc-no-reports',
    'alignment-neither',
  ]);
});
