import { expect, test } from 'vitest';
import type { LinkMailView } from '../contract.ts';
import { savedToneOf } from './saved-tone.ts';

const mail = { state: 'queued', sentence: '', messageId: '01980000-0000-7000-8000-000000000001', transport: 'smtp' } as const;
const at = '2026-11-21T13:05:00.000Z';
const message = (arrival: LinkMailView['arrival'], state: LinkMailView['state']): LinkMailView => ({
  messageId: mail.messageId,
  state,
  sentence: '',
  recipientAddress: 'anna@nordbau.example',
  queuedAt: at,
  settledAt: null,
  arrival,
});

test('B011 a mail that waits because sending rests is not told in green', () => {
  expect(savedToneOf({ mail, notices: [] }, message('waiting', 'paused'))).toBe('warn');
  expect(savedToneOf({ mail, notices: [] }, message('held', 'held'))).toBe('warn');
  expect(savedToneOf({ mail, notices: [] }, message('not-sent', 'withdrawn'))).toBe('warn');
});

test('B011 what is on its way or handed over is told in green, and a save that asked for no mail', () => {
  expect(savedToneOf({ mail, notices: [] }, message('on-its-way', 'queued'))).toBe('good');
  expect(savedToneOf({ mail, notices: [] }, message('handed-over', 'accepted'))).toBe('good');
  expect(savedToneOf({ mail: { state: 'not-asked', sentence: '' }, notices: [] }, undefined)).toBe('good');
});

test('B024 a notice that is held or could not leave is not told in green', () => {
  const notice = { ...mail, about: 'password-changed', address: 'anna@nordbau.example' } as const;
  expect(savedToneOf({ mail, notices: [{ ...notice, held: 'address-marked' }] }, message('on-its-way', 'queued'))).toBe('warn');
  expect(savedToneOf({ mail, notices: [{ ...notice, state: 'not-possible', reason: 'no-transport' }] }, undefined)).toBe('warn');
});
