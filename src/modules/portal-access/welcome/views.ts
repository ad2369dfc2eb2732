import { displayAddress } from '../../../platform/address.ts';
import { formatInstant } from '../../../platform/instant.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { AccessWithFacts, LinkMailOutcome } from '../../access/index.ts';
import type { AddressOutcome } from '../../email-change/index.ts';
import type { MailOutcomeView } from '../../mail/index.ts';
import type { AddressOutcomeView } from '../contract.ts';
import { type SentTemplate, welcomeSentences } from './phrases.ts';

/** What became of a mail in a sentence. */
export function presentMail(
  mail: LinkMailOutcome | { state: 'not-asked' },
  { template, address: stored }: { template: SentTemplate; address: string },
  variant: Variant,
): MailOutcomeView {
  const say = welcomeSentences(variant);
  const said = { template: say(template), address: displayAddress(stored) };
  if (mail.state === 'not-asked') return { state: 'not-asked', sentence: say('notAsked') };
  if (mail.state === 'not-possible')
    return { state: 'not-possible', reason: mail.reason, sentence: say('notSent', { ...said, reason: say(mail.reason) }) };
  const { messageId, transport, held } = mail;
  if (held) return { state: 'queued', held, messageId, transport, sentence: say('held', said) };
  return { state: 'queued', messageId, transport, sentence: say(transport === 'test-mailbox' ? 'queuedTestMailbox' : 'queued', said) };
}

/** What became of another address, with the mails that it took. */
export function presentAddress(
  outcome: AddressOutcome,
  { access, suggestion }: { access: AccessWithFacts; suggestion: string | undefined },
  variant: Variant,
): AddressOutcomeView {
  const say = welcomeSentences(variant);
  const values = {
    address: displayAddress(outcome.email),
    until: outcome.state === 'awaits-confirmation' ? formatInstant(outcome.until, access.timeZone, variant) : '',
    reason: outcome.state === 'not-possible' ? say(outcome.reason) : '',
  };
  return {
    state: outcome.state,
    sentence: say(outcome.state, values),
    suggestion: suggestion ?? null,
    mails: mailsOf(outcome).map(({ template, address, mail }) => ({
      ...presentMail(mail, { template, address }, variant),
      address: displayAddress(address),
    })),
  };
}

function mailsOf(outcome: AddressOutcome): { template: SentTemplate; address: string; mail: LinkMailOutcome }[] {
  if (outcome.state === 'overridden') return [{ template: 'email_change_notice', address: outcome.previous, mail: outcome.notice }];
  if (outcome.state !== 'awaits-confirmation') return [];
  return [
    { template: 'email_change_confirm', address: outcome.email, mail: outcome.confirmation },
    { template: 'email_change_requested', address: outcome.previous, mail: outcome.notice },
  ];
}
