import { expect, test } from 'vitest';
import { z } from 'zod';
import { line } from '../../../platform/http/contract.ts';
import { refuseRequest } from '../../../platform/http/refusals.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { type PasswordFault, refusalOf } from '../../password/index.ts';
import { faultSummary, faultyForm, field, newPasswordField, readForm, tryForm, untouched } from './form.ts';
import { notedFaults, readFaults } from './reasons.ts';

const Fields = z.strictObject({ accountName: line(320, 1), remember: z.literal('yes').optional() });

test('a form gives what was typed, trimmed', () => {
  expect(readForm(Fields, { accountName: ' anna ' })).toEqual({ typed: { accountName: ' anna ' }, values: { accountName: 'anna' } });
});

test('an empty, missing or unfit field comes back to be mended', () => {
  for (const body of [{ accountName: '' }, {}, undefined, { accountName: 'a\nb' }, { accountName: 'a'.repeat(321) }]) {
    const { values, faults } = readForm(Fields, body);
    expect(values, JSON.stringify(body)).toBeUndefined();
    expect(faults?.map(({ pointer }) => pointer)).toEqual(['/accountName']);
  }
});

test('rule 15 unknown fields, lists and nested values are refused', () => {
  const bodies = [
    { accountName: 'anna', administrator: 'yes' },
    { accountName: ['anna', 'bea'] },
    { accountName: { $ne: '' } },
    { accountName: 'anna', remember: 'on' },
    { accountName: 'anna', __proto__x: '1' },
  ];
  for (const body of bodies)
    expect(() => readForm(Fields, body), JSON.stringify(body)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
});

test('what a form asks for is refused in the form, unless there is no such thing', async () => {
  const { refusal } = await tryForm(async () => {
    throw refuseRequest('too-many', { retryAfterSeconds: 3 });
  });
  expect(refusal?.code).toBe('request.too-many');
  await expect(
    tryForm(async () => {
      throw refuseRequest('unknown-path');
    }),
  ).rejects.toSatisfy((error) => isRefusal(error, 'request.unknown-path'));
  await expect(tryForm(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow(TypeError);
});

test('a field shows its fault, and is named to those who do not see it', () => {
  const faults = readForm(Fields, {}).faults ?? [];
  const shown = String(
    field({ name: 'accountName', label: 'Kontoname', autocomplete: 'username', hint: 'Meist die Adresse' }, faultyForm(faults), 'de'),
  );
  expect(shown).toContain('aria-describedby="accountName-hint accountName-fault"');
  expect(shown).toContain('aria-invalid="true"');
  expect(shown).toContain('<p class="fault" id="accountName-fault">Bitte ausfüllen.</p>');
  expect(String(faultSummary(faultyForm(faults), 'de', { labels: { accountName: 'Kontoname' } }))).toContain(
    '<a href="#accountName">Kontoname: Bitte ausfüllen.</a>',
  );
  expect(faultSummary(untouched, 'de')).toBeUndefined();
});

const every: Record<PasswordFault, { minimum?: number; maximum?: number }> = {
  'too-short': { minimum: 12 },
  'too-long': { maximum: 256 },
  malformed: {},
  'too-common': {},
  'contains-context': {},
  'too-guessable': {},
};

test.each(Object.entries(every) as [PasswordFault, { minimum: number }][])(
  'what is wrong with a password that is %s can be said by the next page, at the field and above, without the rule again',
  (fault, values) => {
    const faults = refusalOf({ accepted: false, score: 0, fault, values }, '/password')?.fields ?? [];
    const state = faultyForm(readFaults(notedFaults(faults)));
    const [shown, summary] = [String(newPasswordField('password', 12, state, 'de')), String(faultSummary(state, 'de'))];
    const reason = /id="password-fault">([^<]+)</.exec(shown)?.[1] ?? 'none';
    expect(summary).toContain(reason);
    expect(shown.split('Mindestens 12 Zeichen').length).toBe(2);
    expect(`${reason} ${summary}`).not.toMatch(/[Mm]indestens|Wörter|\{/);
  },
);

test('what a cookie says was wrong is shown only by its code', () => {
  expect(
    readFaults([
      { pointer: '/password', code: 'constructor' },
      { pointer: '/password', code: 'sign-in.deactivated' },
    ]),
  ).toEqual([]);
  expect(notedFaults([])).toBeUndefined();
  expect(
    notedFaults(
      refuseRequest('invalid', { fields: [{ pointer: '/x', code: 'field.unknown-field', phrase: { de: 'x', en: 'x' } }] }).fields,
    ),
  ).toBeUndefined();
});

test('rule 27 what was typed cannot become markup', () => {
  const value = '"><script>alert(1)</script>';
  const shown = String(field({ name: 'accountName', label: value, value, autocomplete: 'username', hint: value }, untouched, 'de'));
  expect(shown).not.toContain('<script>');
  expect(shown).toContain('value="&quot;&gt;&lt;script&gt;');
});
