import { displayAddress } from '../../platform/address.ts';
import { say, type Variant } from '../../platform/phrases.ts';
import type { Bounce, ReadMail } from './bounce.ts';
import type { StoredSetting } from './bounce-setting.ts';
import type { BounceCheckView, BounceSettingView, BounceView } from './contract.ts';
import type { MailboxFault } from './mailbox/failure.ts';
import { checkedPhrases, failurePhrases, outcomePhrases } from './phrases.ts';
import type { TakenReport } from './take-bounce.ts';

export function presentSetting({ address, mailbox }: StoredSetting, variant: Variant): BounceSettingView {
  if (!mailbox) return { address, mailbox: null };
  const { host, port, encryption, userName, folder, afterReading, lastReadAt, nextReadAt, failure, failureAnswer, failedSince } = mailbox;
  const fault = failure &&
    failedSince && {
      since: failedSince.toISOString(),
      cause: failure,
      sentence: say(failurePhrases[failure], variant),
      answer: failureAnswer,
    };
  const read = { lastReadAt: lastReadAt?.toISOString() ?? null, nextReadAt: nextReadAt.toISOString(), failure: fault || null };
  return { address, mailbox: { host, port, encryption, userName, folder, afterReading, ...read } };
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
  const phrase = outcomePhrases[outcome === 'recorded' && kind === 'temporary' ? 'recorded-delay' : outcome];
  const shown = recipientAddress && displayAddress(recipientAddress);
  return { kind, outcome, sentence: say(phrase, variant), recipientAddress: shown, status, answer, messageId };
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
