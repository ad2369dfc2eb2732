import { displayAddress } from '../../platform/address.ts';
import { say, type Variant } from '../../platform/phrases.ts';
import { speaksOfAddress } from '../mail/index.ts';
import type { Bounce, ReadMail } from './bounce.ts';
import type { StoredSetting } from './bounce-setting.ts';
import type { BounceCheckView, BounceSettingView, BounceView, MailboxFailureView } from './contract.ts';
import type { MailboxFault } from './mailbox/failure.ts';
import { checkedPhrases, failurePhrases, outcomePhrases, subAddressPhrases } from './phrases.ts';
import type { StoredMailbox } from './store.ts';
import { subAddressState } from './sub-addresses.ts';
import type { TakenReport } from './take-bounce.ts';

export function presentSetting({ version, address, mailbox }: StoredSetting, variant: Variant, now: Date): BounceSettingView {
  if (!mailbox) return { version, address, mailbox: null };
  const { host, port, encryption, userName, folder, afterReading, subAddresses, lastReadAt, nextReadAt } = mailbox;
  const chosen = { host, port, encryption, userName, folder, afterReading, subAddresses };
  const state = subAddressState(mailbox, now);
  const found = {
    lastReadAt: lastReadAt?.toISOString() ?? null,
    nextReadAt: nextReadAt.toISOString(),
    failure: presentFailure(mailbox, variant),
    subAddressCheck: state === 'off' ? null : { state, sentence: say(subAddressPhrases[state], variant) },
  };
  return { version, address, mailbox: { ...chosen, ...found } };
}

/** Since when and why a mailbox cannot be read; `null` while it can. */
export function presentFailure(
  { failure, failureAnswer, failedSince }: Pick<StoredMailbox, 'failure' | 'failureAnswer' | 'failedSince'>,
  variant: Variant,
): MailboxFailureView | null {
  if (!failure || !failedSince) return null;
  return { since: failedSince.toISOString(), cause: failure, sentence: say(failurePhrases[failure], variant), answer: failureAnswer };
}

export function presentCheck(found: MailboxFault | { count: number }, variant: Variant): BounceCheckView {
  if ('failure' in found)
    return { result: found.failure, sentence: say(failurePhrases[found.failure], variant), answer: found.answer, count: null };
  const { count } = found;
  return {
    result: 'ok',
    sentence: say(checkedPhrases[count === 0 ? 'zero' : count === 1 ? 'one' : 'many'], variant, { count }),
    answer: null,
    count,
  };
}

export function presentReport({ kind, outcome, recipientAddress, status, answer, messageId }: TakenReport, variant: Variant) {
  const phrase = outcomePhrases[outcome === 'recorded' ? recordedAs({ kind, status, answer }) : outcome];
  const shown = recipientAddress && displayAddress(recipientAddress);
  return { kind, outcome, sentence: say(phrase, variant), recipientAddress: shown, status, answer, messageId };
}

function recordedAs({ kind, ...saying }: Pick<TakenReport, 'kind' | 'status' | 'answer'>) {
  if (kind === 'temporary') return 'recorded-delay';
  return speaksOfAddress(saying) ? 'recorded' : 'recorded-mail';
}

export const presentBounce = (bounce: Bounce, variant: Variant): BounceView => ({
  id: bounce.id,
  receivedAt: bounce.receivedAt.toISOString(),
  way: bounce.way,
  subject: bounce.subject,
  ...presentReport(bounce, variant),
});

export const presentPosted = ({ kind, subject }: ReadMail, taken: TakenReport[], variant: Variant) => ({
  kind,
  subject,
  reports: taken.map((one) => presentReport(one, variant)),
});
