import { expect, test } from 'vitest';
import { alarmAfter, finding, isReservedDomain, type Known, knownAfter, type State, worstOf } from './mail-domain.ts';

const known = (states: Partial<Record<'mx' | 'spf' | 'dkim', 'ok' | 'warning' | 'problem'>>): Known =>
  Object.fromEntries(Object.entries(states).map(([kind, state]) => [kind, { state, at: '2026-03-10T09:00:00.000Z' }]));

test('the worst state is that of the whole, and it stands first', () => {
  expect(worstOf([])).toBe('ok');
  expect(worstOf(['ok', 'unknown', 'ok'])).toBe('unknown');
  expect(worstOf(['unknown', 'warning', 'problem', 'ok'])).toBe('problem');
  const points = (['ok', 'problem', 'unknown', 'problem'] as const satisfies State[]).map((state, index) => ({
    code: 'spf-ok' as const,
    state,
    values: { index },
  }));
  expect(finding('spf', points).points.map(({ values }) => values?.index)).toEqual([1, 3, 2, 0]);
});

test('what is unknown leaves known what was known', () => {
  const now = new Date('2026-03-11T09:00:00Z');
  const report = {
    findings: [finding('mx', [{ code: 'mx-silent', state: 'unknown' }]), finding('spf', [{ code: 'spf-missing', state: 'problem' }])],
  };
  expect(knownAfter(known({ mx: 'ok', spf: 'ok' }), report, now)).toEqual({
    mx: { state: 'ok', at: '2026-03-10T09:00:00.000Z' },
    spf: { state: 'problem', at: '2026-03-11T09:00:00.000Z' },
  });
});

test('an alarm begins when something gets worse, grows, and ends with what is as good as before', () => {
  const spf = { kind: 'spf', from: 'ok', to: 'warning' } as const;
  expect(alarmAfter([], {}, known({ spf: 'problem' }))).toEqual([]);
  expect(alarmAfter([], known({ spf: 'ok' }), known({ spf: 'warning' }))).toEqual([spf]);
  expect(alarmAfter([spf], known({ spf: 'warning' }), known({ spf: 'problem' }))).toEqual([{ ...spf, to: 'problem' }]);
  expect(alarmAfter([spf], known({ spf: 'problem', mx: 'ok' }), known({ spf: 'warning', mx: 'problem' }))).toEqual([
    { kind: 'mx', from: 'ok', to: 'problem' },
    spf,
  ]);
  expect(alarmAfter([spf], known({ spf: 'warning' }), known({ spf: 'ok' }))).toEqual([]);
  expect(alarmAfter([], known({ spf: 'problem' }), known({ spf: 'warning' }))).toEqual([]);
});

test('names that are kept for trying out are no domain of anybody', () => {
  expect(
    ['pforte.invalid', 'muster.example', 'example.com', 'mail.example.org', 'a.test', 'server.local', 'nas.home.arpa'].filter(
      (name) => !isReservedDomain(name),
    ),
  ).toEqual([]);
  expect(['muster.de', 'example.de', 'myexample.com', 'test.de', 'local.de'].filter(isReservedDomain)).toEqual([]);
});
