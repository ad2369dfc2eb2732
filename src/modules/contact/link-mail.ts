import type { MessageState } from '../mail/index.ts';

/** What became of a mail with a link, for the person it was meant for. Nothing is promised: handed over is not received. */
export type Arrival = 'on-its-way' | 'waiting' | 'held' | 'handed-over' | 'not-arrived' | 'not-sent' | 'other-address';

const arrivals: Record<MessageState, Arrival> = {
  queued: 'on-its-way',
  deferred: 'waiting',
  paused: 'waiting',
  unknown: 'waiting',
  held: 'held',
  accepted: 'handed-over',
  refused: 'not-arrived',
  bounced: 'not-arrived',
  'given-up': 'not-arrived',
  withdrawn: 'not-sent',
};

/** A mail to an address that was changed since says nothing about the person: its link ended with the change. `address`: where mails go today. */
export const arrivalOf = (mail: { state: MessageState; recipientAddress: string }, address: string): Arrival =>
  mail.recipientAddress.toLowerCase() === address.toLowerCase() ? arrivals[mail.state] : 'other-address';
