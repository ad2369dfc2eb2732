import { displayAddress } from '../../platform/address.ts';
import type { AccessFacts, LinkFacts, MailFacts, Said, Step } from './diagnosis.ts';
import type { DiagnosisWord } from './phrases.ts';
import { type Remedy, remedies } from './remedies.ts';

/** Why the mail with a link has not led to a password yet: the way of the mail, then the way of its link, then what keeps a new one from being sent. */
export function stepsOfLinkMail(facts: AccessFacts): Step[] {
  const { link, mail } = facts;
  const again = sendAgain(facts);
  if (!link && !mail) return [...again.obstacles, neverInvited(facts, again)];
  if (!link || link.state === 'used') return once([noPassword(again), ...again.obstacles]);

  const ended = endOfLink(link, again);
  const isToFormerAddress = mail !== null && mail.address !== displayAddress(facts.access.email);
  if (isToFormerAddress && link.state === 'overtaken' && mail.state !== 'withdrawn') return once([...ended, ...again.obstacles]);
  const missing = link.openedAt ? [] : stepsOfMail(facts, mail, again);
  // Of a mail that never arrived nothing else counts; of a link that has ended, this counts more than how it was used.
  const way = missing.length ? [...missing, ...ended] : [...ended, ...wayOfLink(facts, link, again), ...keptMail(link, mail)];
  return once([...way, ...again.obstacles]);
}

/** What the mail tells already is not told again of the next one. */
const once = (steps: Step[]): Step[] => steps.filter(({ code }, index) => steps.findIndex((step) => step.code === code) === index);

/** Sending a new link, or what has to be mended before one can be sent. */
type Again = { remedy: Remedy; obstacles: Step[] };

function sendAgain({ access, impossible, contacts }: AccessFacts): Again {
  const resend = access.hasPassword || access.registeredAt ? remedies.resetPassword(access.id) : remedies.sendLink(access.id);
  if (!impossible) return { remedy: resend, obstacles: [] };
  const obstacle = obstacleOf(impossible, access.email, contacts[0]?.contactId);
  return { remedy: obstacle.remedy ?? resend, obstacles: [obstacle] };
}

function obstacleOf(
  { reason, templateKey, templateLabel }: NonNullable<AccessFacts['impossible']>,
  address: string,
  contactId: string | undefined,
): Step {
  if (reason === 'template-inactive')
    return {
      code: 'template-off',
      says: [{ word: 'template-off', values: { template: templateLabel } }],
      remedy: remedies.openTemplate(templateKey),
    };
  if (reason === 'no-transport') return { code: 'no-transport', says: [{ word: 'no-transport' }], remedy: remedies.openMailSettings() };
  return {
    code: 'no-address',
    says: [{ word: 'no-address', values: { address } }],
    remedy: contactId ? remedies.changeAddress(contactId) : null,
  };
}

/** What became of an invitation of old is not known any more. */
function neverInvited({ access }: AccessFacts, { remedy }: Again): Step {
  const at = access.invitedAt ?? access.activationSentAt;
  if (at) return { code: 'not-opened', says: [{ word: 'invited-once', values: { at } }], remedy };
  return { code: 'never-invited', says: [{ word: 'never-invited' }], remedy };
}

const noPassword = ({ remedy }: Again): Step => ({ code: 'no-password', says: [{ word: 'no-password' }], remedy });

function stepsOfMail(facts: AccessFacts, mail: MailFacts | null, again: Again): Step[] {
  if (!mail) return [];
  const { id, address, state, queuedAt: at, settledAt, nextAttemptAt, sentence: detail, templateLabel: template } = mail;
  const values = { address, at, template, settledAt: settledAt ?? at, next: nextAttemptAt ?? at };
  const retry = mail.isRetryPossible ? remedies.retry(id) : null;
  const step = (code: Step['code'], word: DiagnosisWord, remedy: Remedy | null): Step[] => [
    { code, says: [{ word, values }], remedy, detail },
  ];
  const contactId = facts.contacts[0]?.contactId;
  const changeAddress = contactId ? remedies.changeAddress(contactId) : again.remedy;
  switch (state) {
    case 'queued':
      return step('mail-waiting', 'mail-waiting', retry);
    case 'paused':
      return paused(facts, mail);
    case 'deferred':
      return step('mail-deferred', 'mail-deferred', retry);
    case 'unknown':
      return step('mail-unknown', 'mail-unknown', retry);
    case 'held':
      return mail.hold === 'template-inactive'
        ? step('template-off', 'template-held', remedies.openTemplate(mail.templateKey))
        : step('address-held', 'address-held', remedies.releaseAddress(address));
    case 'refused':
      return mail.cause === 'recipient-refused'
        ? step('mail-refused', 'mail-refused-recipient', changeAddress)
        : step('mail-refused', 'mail-refused', again.remedy);
    case 'given-up':
      return step('mail-given-up', 'mail-given-up', again.remedy);
    case 'bounced':
      return step('mail-bounced', 'mail-bounced', changeAddress);
    case 'withdrawn':
      return [{ code: 'mail-withdrawn', says: withdrawn(mail), remedy: again.remedy, detail }];
    default:
      return [];
  }
}

function paused({ standstill, isAdministrator }: AccessFacts, { address, queuedAt: at, sentence: detail }: MailFacts): Step[] {
  const values = { address, at, by: standstill?.by === 'user' ? standstill.name : '' };
  const step = (word: DiagnosisWord, remedy: Remedy): Step[] => [{ code: 'mail-paused', says: [{ word, values }], remedy, detail }];
  if (standstill?.by === 'user') return step('mail-stopped', remedies.resumeQueue(isAdministrator));
  if (standstill?.by === 'no-transport') return step('mail-without-transport', remedies.openMailSettings());
  return step('mail-paused', remedies.tryTransport());
}

function withdrawn({ address, cause }: MailFacts): Said[] {
  const because = (
    { 'link-expired': 'withdrawn-link-expired', 'address-changed': 'withdrawn-address-changed', blocked: 'withdrawn-blocked' } as const
  )[cause ?? ''];
  return [{ word: 'mail-withdrawn', values: { address } }, ...(because ? [{ word: because }] : [])];
}

/** The test mailbox keeps mails from everybody outside, so the link was not there to be opened. */
const keptMail = ({ openedAt }: LinkFacts, mail: MailFacts | null): Step[] =>
  mail?.isKept && !openedAt
    ? [{ code: 'test-mailbox', says: [{ word: 'test-mailbox', values: { address: mail.address } }], remedy: remedies.openMailSettings() }]
    : [];

function endOfLink({ state, createdAt: sent, expiresAt: at }: LinkFacts, { remedy }: Again): Step[] {
  if (state === 'expired') return [{ code: 'link-expired', says: [{ word: 'link-expired', values: { sent, at } }], remedy }];
  if (state === 'overtaken') return [{ code: 'link-ended', says: [{ word: 'link-ended', values: { sent } }], remedy }];
  if (state === 'superseded') return [{ code: 'link-superseded', says: [{ word: 'link-replaced', values: { sent } }], remedy }];
  return [];
}

function wayOfLink({ mail, access }: AccessFacts, link: LinkFacts, { remedy }: Again): Step[] {
  const isOpen = link.state === 'open';
  const values = { at: mail?.settledAt ?? link.createdAt, address: mail?.address ?? access.email, until: link.expiresAt };
  const valid: Said[] = isOpen ? [{ word: 'link-valid', values }] : [];
  const step = (code: Step['code'], word: DiagnosisWord, more: Record<string, Date | number> = {}, ...says: Said[]): Step[] => [
    { code, says: [{ word, values: { ...values, ...more } }, ...says, ...valid], remedy },
  ];
  if (link.refusals > 0 && link.refusedAt) {
    const word = link.refusals === 1 ? 'password-refused-one' : 'password-refused-many';
    return step('password-refused', word, { at: link.refusedAt, count: link.refusals }, ...refusalWords(link.refusal));
  }
  if (link.openedAt) return step('opened', 'opened', { at: link.openedAt });
  if (isOpen && link.olderOpenedAt) return step('link-superseded', 'link-superseded', { at: link.olderOpenedAt, sent: link.createdAt });
  if (link.machineAt) return step('machine-only', 'machine-only');
  return step('not-opened', 'not-opened');
}

const refusals: Readonly<Record<string, DiagnosisWord>> = {
  'password.too-short': 'refused-too-short',
  'password.too-long': 'refused-too-long',
  'password.too-common': 'refused-too-common',
  'password.contains-context': 'refused-contains-context',
  'password.too-guessable': 'refused-too-guessable',
};

const refusalWords = (code: string | null): Said[] => {
  const word = refusals[code ?? ''];
  return word ? [{ word }] : [];
};
