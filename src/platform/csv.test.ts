import { expect, test } from 'vitest';
import { csvRow } from './csv.ts';

const cell = (text: string) => csvRow([text], ';').replace(/\r\n$/, '');

test.each([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=HYPERLINK("http://evil.example","x")',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '＋1+1',
  '－cmd',
  '＠x',
  '+49 40 cmd',
  '-2+3+cmd|x',
])('rule 28 %j is neutralised', (text) => {
  expect(cell(text).replace(/^"/, '').startsWith("'")).toBe(true);
});

test.each(['+49 40 123456', '+49 (0)40 123456-78', '-12,50', '-12.5', '0401234', '+4940/123', 'a=b', 'Anna', '', '2026-03-01'])(
  'rule 28 %j stays as it is',
  (text) => {
    expect(cell(text).replaceAll('"', '')).toBe(text);
  },
);

test('cells with separators, quotes and line breaks are quoted', () => {
  expect(csvRow(['a;b', 'say "x"', 'two\nlines', 'plain'], ';')).toBe('"a;b";"say ""x""";"two\nlines";plain\r\n');
  expect(csvRow(['a', 'b'], ',')).toBe('a,b\r\n');
});
