import { expect, test } from 'vitest';
import { sendWarningsOf } from './send-warnings.ts';

const since = '2026-11-21T13:05:00.000Z';
const stopped = { since, by: 'Uwe', sentence: 'Uwe hat den E-Mail-Versand angehalten.' };
const transportPause = { since, nextTryAt: since, sentence: 'Der E-Mail-Versand ruht.', answer: null };
const mark = { since, messageId: null, status: '5.1.1', answer: null, sentence: '' };

test('B025 nothing is said before sending while mail leaves and the address is fine', () => {
  const warnings = sendWarningsOf({ queue: { stopped: null, transportPause: null }, mark: null, hasOpenLink: true });
  expect(warnings).toEqual({ rests: undefined, isHeld: false, endsEarlierLink: false });
  expect(sendWarningsOf({ queue: undefined, mark: undefined, hasOpenLink: true })).toEqual(warnings);
});

test('B025 while sending is stopped or rests, sending a link says so beforehand, with the place where that is mended', () => {
  const said = (queue: Parameters<typeof sendWarningsOf>[0]['queue']) => sendWarningsOf({ queue, mark: null, hasOpenLink: true });
  expect(said({ stopped: null, transportPause })).toMatchObject({
    rests: { title: 'restsBefore', sentences: [transportPause.sentence], remedy: 'settings' },
    endsEarlierLink: true,
  });
  expect(said({ stopped, transportPause: null }).rests).toMatchObject({ title: 'stoppedBefore', remedy: 'queue' });
  expect(said({ stopped, transportPause }).rests?.sentences).toEqual([stopped.sentence, transportPause.sentence]);
});

test('an address that mails came back from is told before sending, and that the link before ends where there is one', () => {
  const queue = { stopped: null, transportPause: null };
  expect(sendWarningsOf({ queue, mark, hasOpenLink: true })).toEqual({ rests: undefined, isHeld: true, endsEarlierLink: true });
  expect(sendWarningsOf({ queue, mark, hasOpenLink: false }).endsEarlierLink).toBe(false);
});
