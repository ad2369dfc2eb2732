import { addressFaultPhrase, isAddress, parseAddress } from '../../../platform/address.ts';
import { newId } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import type { Limit } from '../../throttle/index.ts';
import type { Outcome } from '../mail.ts';
import { refuse } from '../refusals.ts';
import { contentInForce } from '../template/content-in-force.ts';
import { fieldsOf } from '../template/fields.ts';
import { render } from '../template/render.ts';
import { surroundingsOf } from '../template/surroundings.ts';
import { templateOf } from '../template/templates.ts';
import { insertTestMail } from '../test-mailbox/test-mailbox-store.ts';
import { compose } from '../transport/compose.ts';
import type { SettingKeys } from './change-setting.ts';
import { planTrial, recordCheck, type Trial } from './check-setting.ts';
import type { Typed } from './choice.ts';

/** Every press is a mail in somebody's mailbox. */
export const testLimit: Limit = {
  name: 'mail-test',
  plans: { account: { freeTries: 6, firstPauseSeconds: 30, longestPauseSeconds: 900, drainSeconds: 120 } },
};

/** A test mail, put together and not yet sent. */
export type TestTrial = Trial & { letter: Awaited<ReturnType<typeof compose>> & { subjectLine: string; id: string } };

/** Puts the test mail together as any other mail would be, in the words of the template „Test-E-Mail“. Refuses what `planTrial` refuses, and `settings-invalid` at `/to`. */
export async function planTestMail(
  work: Work,
  { to, ...typed }: Typed & { to: string },
  { variant, ...tools }: SettingKeys & { network: string; variant: Variant },
): Promise<TestTrial> {
  const { tx, now, workspace } = work;
  const recipient = parseAddress(to);
  if (!isAddress(recipient)) {
    const fault = { pointer: '/to', code: 'mail.invalid-address', phrase: addressFaultPhrase[recipient.fault] };
    throw refuse('settings-invalid', { fields: [fault] });
  }
  const trial = await planTrial(work, typed, { ...tools, limit: testLimit });
  const { choice } = trial;
  const id = newId<'message'>(now);
  const person = { salutation: null, title: null, firstName: '', lastName: '' };
  const fields = fieldsOf(
    { template: 'test', variant, address: null, person, accountName: recipient.address },
    { sender: workspace.name, baseUrl: workspace.baseUrl, timeZone: workspace.timeZone, linkUrl: '', now },
  );
  const letterhead = { brandColor: '#1f4e79', imprintUrl: null, privacyUrl: null, ...surroundingsOf(choice, variant) };
  const { content } = await contentInForce(tx, templateOf('test'), { workspaceId: workspace.id, variant, portalId: null });
  const rendered = render(content, { fields, letterhead, variant });
  const letter = await compose({
    id,
    messageId: `<${id}@${choice.senderAddress.slice(choice.senderAddress.lastIndexOf('@') + 1)}>`,
    variant,
    recipientName: '',
    recipientAddress: recipient.address,
    ...rendered,
    queuedAt: now,
    senderName: choice.senderName,
    senderAddress: choice.senderAddress,
    replyTo: choice.replyTo,
    returnPath: trial.stored.returnPath,
    linkUrl: null,
  });
  return { ...trial, letter: { ...letter, subjectLine: rendered.subject, id } };
}

/**
 * Writes down that a test mail was sent, and what became of it. One that was taken proves the settings; a failure of the transport disproves them;
 * what the server has against the one address says nothing about them.
 */
export async function recordTestMail(
  work: Work,
  trial: TestTrial,
  { outcome, ...keys }: SettingKeys & { outcome: Outcome & { tls: string | null } },
): Promise<void> {
  const { tx, now, workspace, record } = work;
  const { letter, subject } = trial;
  if (subject.transport === 'test-mailbox') {
    const { raw, html, text, to } = letter;
    const shown = { subject: letter.subjectLine, html, text, raw: raw.toString('latin1') };
    const id = newId<'test-mail'>(now);
    const place = { workspaceId: workspace.id, id, messageId: newId<'message'>(now), receivedAt: now };
    await insertTestMail(tx, { ...place, sender: trial.choice.senderAddress, recipient: to, ...shown }, 500);
  }
  record(
    'mail-setting.tested',
    { type: 'workspace', id: workspace.id },
    {
      after: { transport: subject.transport, host: subject.target?.host ?? null, outcome: outcome.kind },
      personal: { after: { address: letter.to } },
    },
  );
  const { tls, code, enhancedCode, answer } = outcome;
  const words = { tls, code, enhancedCode, answer };
  if (outcome.kind === 'accepted') await recordCheck(work, trial, { ...keys, isByMail: true, finding: { cause: null, ...words } });
  if (outcome.kind === 'transport-failed') await recordCheck(work, trial, { ...keys, finding: { cause: outcome.cause, ...words } });
}
