import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysedLength, analysedPart } from './guess.ts';
import { judgePassword, maximumLength, normalized } from './password.ts';
import { refusalOf } from './refusals.ts';

const words = ['anna.amsel@muster-energie.example', 'Anna', 'Amsel', 'Muster Energie GmbH', 'Kundenportal', 'Jürgen Groß'];
const judge = (password: string, minimumLength = 12) => judgePassword(password, { minimumLength, words });
const fault = (password: string, minimumLength?: number) => {
  const verdict = judge(password, minimumLength);
  return verdict.accepted ? 'accepted' : verdict.fault;
};

test.each([
  'Kundenportal2026',
  'Kundenportal2026!',
  'Kund3np0rt4l2026!',
  'latropnednuK2026',
  'Sommer2026!!',
  'SommerWinter2026!',
  'Passwort123456',
  'P-a-s-s-w-o-r-t-1',
  'MeinPasswort2026',
  'Willkommen2026',
  'HalloWelt2026!!',
  'Stadtwerke123!',
  'Rechnung2026!',
  'FCBayern1900!',
  'BorussiaDortmund09',
  'Frühling2026!',
  'Fruehling2026!',
  'Ich liebe dich 2026',
  'qwertzuiopü1',
  '1qay2wsx3edc',
  'asdfghjklöä#',
  'correcthorse',
])('rule 25 what attackers try first is refused: %s', (password) => {
  expect(fault(password)).toBe('too-common');
});

test.each([
  'MusterEnergie2026',
  'Muster-Energie-2026!',
  'musterenergie123',
  'AnnaAmsel1980',
  'Anna.Amsel.2026',
  '4nn44m53l2026',
  'anna.amsel@muster-energie.example',
  'annaannaanna',
  'JürgenGroß2026',
  'JuergenGross2026',
  'jurgengross1!',
])('rule 25 one’s own name and the company’s are no password: %s', (password) => {
  expect(fault(password)).toBe('contains-context');
});

test.each(['abcdefghijkl', 'aaaaaaaaaaaa', '            ', '- - - - - - - - - -', 'xyxyxyxyxyxyxy', '24.12.2026!!'])(
  'rule 25 a pattern is no password: „%s“',
  (password) => {
    expect(fault(password)).toBe('too-guessable');
  },
);

test.each([
  'korrekt pferd batterie klammer',
  'Zebra-Kaktus-Mond-Leiter',
  'vier wörter diceware stil',
  'ulkig-dachs-mond-tief',
  'kranwagenfarbekuhflug',
  'Wäschekorb Gitarre Fenster Salz',
  'Der Nebel über dem Fluss war lila',
  'Xk3#vLq9zT2m',
  'xqvzjkwpmtlb',
  'k7Rw pQ2m zN8d',
  'пароль который я помню',
  '密码很长而且很随机的句子啊',
])('rule 25 long words in a row and random characters are welcome, without any rule of composition: %s', (password) => {
  expect(judge(password)).toMatchObject({ accepted: true, score: 4 });
});

test('rule 25 a word of one’s own is no fault where the rest is strong enough (NIST compares the whole, not its parts)', () => {
  expect(fault('Anna isst im Nebel gern Gurken')).toBe('accepted');
  expect(fault('x7!Kundenportal-qp9')).toBe('accepted');
});

test('rule 25 the words of one company are no fault in another', () => {
  const elsewhere = judgePassword('Flurbereinigungsamt7Xu', { minimumLength: 12, words: [] });
  const there = judgePassword('Flurbereinigungsamt7Xu', { minimumLength: 12, words: ['Flurbereinigungsamt Nord'] });
  expect(elsewhere.accepted).toBe(true);
  expect(there).toMatchObject({ accepted: false, fault: 'contains-context' });
});

test('words that JavaScript knows are not taken for the person’s own', () => {
  expect(fault('constructor1!')).toBe('too-common');
});

test('rule 25 length is counted in code points, and the minimum is a setting', () => {
  expect(judge('Xk3#vLq9zT2')).toMatchObject({ accepted: false, fault: 'too-short', values: { minimum: 12 } });
  expect(fault('aB3$kL9z', 8)).toBe('accepted');
  expect(fault('x4829k17', 8)).toBe('accepted');
  expect(fault('🦊🐻🐼🦁🐸🦉', 7)).toBe('too-short');
  expect(fault('ﷺ', 12)).toBe('too-short');
  expect(fault('')).toBe('too-short');
});

test('rule 25 up to 256 characters are taken, more or more than 1024 bytes are not', () => {
  const long = 'Der Nebel über dem Fluss war lila. '.repeat(8).slice(0, maximumLength);
  expect(fault(long)).toBe('accepted');
  expect(judge(`${long}x`)).toMatchObject({ fault: 'too-long', values: { maximum: 256 } });
  expect(fault('x'.repeat(10_000_000))).toBe('too-long');
  expect(fault(`e${'\u0301'.repeat(600)}`)).toBe('too-long');
});

test('what cannot be typed is refused: lone surrogates and control characters', () => {
  expect(fault('korrekt pferd \ud800 batterie')).toBe('malformed');
  expect(fault('korrekt pferd \u0000 batterie')).toBe('malformed');
  expect(fault('korrekt pferd \n batterie')).toBe('malformed');
});

test('a password is the same on a system that types ü as one character and on one that types two, and with full-width letters', () => {
  expect(normalized('Nebel u\u0308ber')).toBe(normalized('Nebel \u00fcber'));
  expect(normalized('ＮＥＢＥＬ')).toBe('NEBEL');
  expect(normalized(' spaces  stay ')).toBe(' spaces  stay ');
});

test('weak words repeated beyond the analysed part are not accepted because the last of them is cut in two', () => {
  expect(fault('Kundenportal2026'.repeat(5))).not.toBe('accepted');
  expect(fault('Sommer2026!!'.repeat(7))).not.toBe('accepted');
});

test('every fault has a sentence in German with Sie and Du and in English that says what to do', () => {
  for (const password of ['kurz', 'x'.repeat(300), 'pferd\u0000pferd pferd', 'Sommer2026!!', 'AnnaAmsel1980', 'abcdefghijkl']) {
    const refusal = refusalOf(judge(password), '/password');
    expect(refusal).toMatchObject({ kind: 'invalid', fields: [{ pointer: '/password' }] });
    for (const variant of ['de', 'de-DU', 'en'] as const) {
      const sentence = refusal?.sentence(variant) ?? '';
      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(sentence).not.toMatch(/[{}]/);
    }
    expect(refusal?.sentence('de')).not.toMatch(/\b(du|dein|deinem|wähle)\b/i);
    expect(refusal?.sentence('de-DU')).not.toMatch(/\bSie\b|\bIhr/);
  }
  expect(refusalOf(judge('korrekt pferd batterie klammer'))).toBeUndefined();
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('constructor', '__proto__', 'toString', 'c0nstruct0r', '4', '@', '1!', 'passwort', ' ', '2026', 'İ', 'ß', 'ﷺ'), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
);

test('judging never throws, whatever is typed and whatever the words are, and a verdict has a score that fits', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 6 }), fc.integer({ min: 8, max: 64 }), (password, contextWords, minimumLength) => {
      const verdict = judgePassword(password, { minimumLength, words: contextWords });
      expect(verdict.score >= 3).toBe(verdict.accepted);
    }),
    { numRuns: 300 },
  );
});

test('the part of a password that is analysed is bounded, so that its length cannot cost time', () => {
  fc.assert(fc.property(anyText, (password) => analysedPart(normalized(password)).length <= analysedLength));
  expect(analysedPart('ﷺ'.repeat(256).normalize('NFKC'))).toHaveLength(analysedLength);
});

test('random passwords of twelve characters are practically never refused', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 12, maxLength: 12 });
  const refused = fc.sample(letters, { numRuns: 300, seed: 2026 }).filter((password) => fault(password) !== 'accepted');
  expect(refused.length).toBeLessThanOrEqual(3);
});
