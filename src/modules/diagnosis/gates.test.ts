import { describe, expect, test } from 'vitest';
import { cases } from './causes.fixture.ts';
import { type AccessFacts, diagnose } from './diagnosis.ts';
import { factsOf, invited, now } from './facts.fixture.ts';
import { gatesOf } from './gates.ts';
import { tell } from './views.ts';

const german = { variant: 'de', timeZone: 'Europe/Berlin' } as const;
const english = { variant: 'en', timeZone: 'Europe/Berlin' } as const;

describe('the gates', () => {
  const gates = (facts: AccessFacts) => gatesOf(facts, diagnose(facts, now));
  const statesOf = (facts: AccessFacts) => Object.fromEntries(gates(facts).map(({ key, state }) => [key, state]));

  test('they stand in the order of the way in', () => {
    expect(gates(factsOf()).map(({ key }) => key)).toEqual([
      'account',
      'portal',
      'access',
      'company',
      'registration',
      'mail',
      'link',
      'password',
      'tries',
    ]);
  });

  test('an invitation that was not opened has passed the mail and not the password', () => {
    expect(statesOf(invited())).toMatchObject({
      account: 'passed',
      access: 'passed',
      company: 'passed',
      registration: 'failed',
      mail: 'passed',
      link: 'failed',
      password: 'failed',
      tries: 'idle',
    });
  });

  test('a gate in whose way something stands has the button that helps there', () => {
    const facts = invited({}, { state: 'held', hold: 'address-marked' }, { access: { expiresOn: '2026-03-01' } });
    const byKey = new Map(gates(facts).map((gate) => [gate.key, gate]));
    expect(byKey.get('access')).toMatchObject({ state: 'failed', remedy: { action: 'change-expiry' } });
    expect(byKey.get('mail')).toMatchObject({ state: 'failed', remedy: { action: 'release-address' } });
    expect(byKey.get('portal')).toMatchObject({ state: 'passed', remedy: null });
  });

  test('every gate says something whole in both languages', () => {
    for (const [state, facts] of cases)
      for (const { says } of gates(facts))
        for (const telling of [german, english]) expect(tell(says, telling), state).toMatch(/^[^{}]{4,}$/);
  });
});
