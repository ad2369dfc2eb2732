import { expect, test } from 'vitest';
import { z } from 'zod';
import { CustomerChange, NewCustomer } from '../../modules/customer/contract.ts';
import { portalContract } from '../../modules/portal/contract.ts';
import { SetupBody } from '../../modules/setup/contract.ts';
import { WorkspaceChange } from '../../modules/workspace/contract.ts';
import { say } from '../phrases.ts';
import { line, listQuery, optionalLine, pageQuery } from './contract.ts';
import { fieldRefusals } from './field-sentences.ts';

/** The sentences of what a schema refuses, each behind its place; none where it takes the value. */
function refusals(schema: z.ZodType | undefined, value: unknown, variant: 'de' | 'en' = 'en'): string[] {
  const { error } = (schema ?? z.never()).safeParse(value);
  return error ? fieldRefusals(error).map(({ pointer, phrase, values }) => `${pointer} ${say(phrase, variant, values)}`) : [];
}

const reversed = 'Amsel\u202egpj.exe';

test.each([
  ['the name of a company', NewCustomer, { name: reversed }, '/name'],
  ['the town of a company', CustomerChange, { city: reversed }, '/city'],
  ['the name of a portal', portalContract.changePortal.body, { name: reversed }, '/name'],
  ['whom to ask in a portal', portalContract.changePortal.body, { supportContact: reversed }, '/supportContact'],
  ['the name of a workspace', WorkspaceChange, { name: reversed }, '/name'],
  ['the name of the first administrator', SetupBody.pick({ name: true }), { name: reversed }, '/name'],
])('%s is refused with a sentence where it turns the direction of writing, and nothing is taken out of it', (_, schema, value, place) => {
  expect(refusals(schema, value)).toEqual([`${place} ${sentence.en}`]);
  expect(refusals(schema, value, 'de')).toEqual([`${place} ${sentence.de}`]);
});

const sentence = {
  de: 'Hier steht ein unsichtbares Zeichen, das beim Kopieren entstehen kann. Bitte von Hand eintippen.',
  en: 'There is an invisible character in this text, which can come from copying. Please type it by hand.',
};

test('a hidden character is refused at the ends of a line too, where trimming would take it away', () => {
  expect(refusals(line(20), '\ufeffAmsel')).toEqual([` ${sentence.en}`]);
  expect(refusals(optionalLine(20), 'Amsel\u200b')).toEqual([` ${sentence.en}`]);
});

test('joiners within a name stay as they were typed, spaces around it go', () => {
  expect(line(20, 1).parse(' مریم\u200cسادات ')).toBe('مریم\u200cسادات');
  expect(optionalLine(20).parse('  ')).toBeNull();
});

test('control characters are refused, also those above ASCII', () => {
  for (const text of ['Am\u0000sel', 'Am\nsel', 'Am\u0085sel', 'Am\u009bsel', 'Am\u2028sel'])
    expect(refusals(line(20), text)).toEqual([' Line breaks and control characters are not possible here.']);
  expect(refusals(line(20), 'Am\ud800sel')).toEqual([' There is a damaged character in this text. Please type it again.']);
});

test('what is looked for may hold what copying brought along', () => {
  expect(refusals(listQuery(['name']), { q: 'Am\u200bsel' })).toEqual([]);
});

test('the size of a page is written in decimal digits', () => {
  for (const query of [listQuery(['name']), pageQuery]) {
    expect(query.parse({ limit: '20' }).limit).toBe(20);
    expect(query.parse({ limit: 20 }).limit).toBe(20);
    expect(query.parse({}).limit).toBe(50);
    for (const limit of ['0x10', '1e1', '', ' 7', '+7', '7.0', '７', '0', '201', '9999999', true, ['7'], null])
      expect(refusals(query, { limit }), String(limit)).toHaveLength(1);
  }
  const { properties } = z.toJSONSchema(pageQuery, { io: 'input', unrepresentable: 'any' });
  expect(properties?.limit).toMatchObject({ type: 'integer', minimum: 1, maximum: 200 });
});

test('rule 24 the lifetimes of a workspace accept seconds, and refuse with a sentence what is too short, too long or no length of time', () => {
  const taken = { lifetimes: { setPassword: '2s', reset: '7d', sessionRemembered: '400d', impersonation: '30m' } };
  expect(WorkspaceChange.parse(taken)).toEqual(taken);
  for (const length of ['0s', '31d', '999999d', '0x10s', 'soon', ''])
    expect(refusals(WorkspaceChange, { lifetimes: { setPassword: length } })).toEqual([
      '/lifetimes/setPassword Possible is a length of time from 1s to 30d, such as 48h, 7d, 30m or 2s.',
    ]);
  expect(refusals(WorkspaceChange, { lifetimes: { impersonation: '31m' } }, 'de')).toEqual([
    '/lifetimes/impersonation Möglich ist eine Zeitspanne von 1s bis 30m, zum Beispiel 48h, 7d, 30m oder 2s.',
  ]);
});
