import { describe, expect, test } from 'vitest';
import { admission } from '../access/index.ts';
import { cases } from './causes.fixture.ts';
import { type AccessFacts, diagnose } from './diagnosis.ts';
import { ago, factsOf, invited, linkOf, now } from './facts.fixture.ts';
import { gatesOf } from './gates.ts';
import { presentCause, tell } from './views.ts';

const german = { variant: 'de', timeZone: 'Europe/Berlin' } as const;
const english = { variant: 'en', timeZone: 'Europe/Berlin' } as const;
const causesOf = (facts: AccessFacts) => diagnose(facts, now).causes.map((cause) => presentCause(cause, german));
const mainOf = (facts: AccessFacts) => causesOf(facts)[0];

describe('state, main cause, remedy', () => {
  test.each(cases)('%s', (_, facts, code, action, sentence) => {
    expect(mainOf(facts)).toMatchObject({ code, weight: 'main', sentence, ...(action && { remedy: { action } }) });
  });

  test('every sentence is whole in English, too, and every remedy has a label and one way to go', () => {
    for (const [state, facts] of cases) {
      for (const cause of diagnose(facts, now).causes) {
        const { sentence, remedy } = presentCause(cause, english);
        expect(sentence, state).not.toMatch(/\{|\}|Invalid|undefined|null/);
        expect(sentence, state).not.toBe(tell(cause.says, german));
        if (remedy) expect([remedy.call, remedy.path, remedy.copy].filter(Boolean), state).toHaveLength(1);
      }
    }
  });

  test('rule 1 the verdict is that of admission, whatever else is known', () => {
    for (const [state, facts] of cases) expect(diagnose(facts, now).admitted, state).toBe(admission(facts.access, now).admitted);
  });

  test('who gets in and did so lately has no cause at all, and every gate is passed', () => {
    expect(diagnose(factsOf(), now)).toEqual({ admitted: true, causes: [] });
    expect(new Set(gatesOf(factsOf(), diagnose(factsOf(), now)).map(({ state }) => state))).toEqual(new Set(['passed', 'idle']));
  });
});

describe('several causes', () => {
  test('a block stands before an expiry, and both before the mail', () => {
    const facts = invited({}, { state: 'bounced' }, { access: { blockedAt: ago(1), expiresOn: '2026-03-01' } });
    expect(causesOf(facts).map(({ code, weight }) => [code, weight])).toEqual([
      ['blocked', 'main'],
      ['expired', 'secondary'],
      ['mail-bounced', 'secondary'],
    ]);
  });

  test('B015 while somebody is shut out, no button offers a mail that would be refused', () => {
    const facts = invited({ state: 'expired', expiresAt: ago(1) }, {}, { access: { blockedAt: ago(1) } });
    expect(causesOf(facts).map(({ code, remedy }) => [code, remedy?.action])).toEqual([
      ['blocked', 'unblock'],
      ['link-expired', undefined],
      ['not-opened', undefined],
    ]);
  });

  test('a link that expired tells how far the person had come', () => {
    const facts = invited({ state: 'expired', expiresAt: ago(1), openedAt: ago(3), refusals: 2, refusedAt: ago(3), refusal: null });
    expect(causesOf(facts).map(({ code }) => code)).toEqual(['link-expired', 'password-refused']);
  });

  test('a mail that never left explains more than its link', () => {
    const facts = invited({ state: 'expired', expiresAt: ago(1) }, { state: 'withdrawn', cause: 'link-expired' });
    expect(causesOf(facts).map(({ code }) => code)).toEqual(['mail-withdrawn', 'link-expired']);
  });

  test('where a new mail cannot be sent, the button leads to what has to be mended first', () => {
    const impossible = { reason: 'template-inactive', templateKey: 'welcome', templateLabel: 'Willkommen' } as const;
    const facts = invited({ state: 'expired', expiresAt: ago(1) }, {}, { impossible });
    expect(causesOf(facts).map(({ code, remedy }) => [code, remedy?.path])).toEqual([
      ['link-expired', '/settings/mail-templates/welcome'],
      ['not-opened', '/settings/mail-templates/welcome'],
      ['template-off', '/settings/mail-templates/welcome'],
    ]);
  });

  test('a link that a person opened did arrive, whatever a server reported afterwards', () => {
    expect(mainOf(invited({ openedAt: ago(1) }, { state: 'bounced' }))?.code).toBe('opened');
  });

  test('a reset that was asked for before the last sign-in explains nothing', () => {
    expect(diagnose(factsOf({ link: linkOf({ purpose: 'reset', state: 'expired', createdAt: ago(3) }) }), now).causes).toEqual([]);
  });

  test('a slow-down that is over is none', () => {
    expect(diagnose(factsOf({ slowed: { until: ago(1), by: 'own' } }), now).causes).toEqual([]);
  });

  test('the words of the server are for staff, beside the sentence', () => {
    expect(mainOf(invited({}, { state: 'refused', cause: 'recipient-refused', sentence: 'Abgelehnt. 550 no such user' }))).toMatchObject({
      detail: 'Abgelehnt. 550 no such user',
    });
    expect(mainOf(invited({}, { state: 'refused', sentence: '550 no such user' }))?.sentence).not.toContain('550');
  });

  test('what only an administrator may do is a way to the page for everybody else', () => {
    const remedyFor = (isAdministrator: boolean) => mainOf(factsOf({ access: { portalClosedAt: ago(1) }, isAdministrator }))?.remedy;
    expect(remedyFor(true)).toMatchObject({ call: { method: 'PATCH', path: '/portals/portal', body: { closed: false } }, path: null });
    expect(remedyFor(false)).toMatchObject({ call: null, path: '/portals/portal' });
  });
});
