import type { AccessFacts, Cause, CauseCode, Diagnosis, Said } from './diagnosis.ts';
import { type GateKey, gateKeys } from './gate-keys.ts';
import type { DiagnosisWord } from './phrases.ts';
import type { Remedy } from './remedies.ts';

/** `idle`: not needed, or not reached yet. */
export type Gate = { key: GateKey; state: 'passed' | 'failed' | 'warning' | 'idle'; says: Said[]; remedy: Remedy | null };

const at: Readonly<Partial<Record<CauseCode, GateKey>>> = {
  deleted: 'account',
  'portal-closed': 'portal',
  'wrong-door': 'portal',
  blocked: 'access',
  expired: 'access',
  'no-area': 'access',
  'company-closed': 'company',
  'assignment-pending': 'company',
  'email-change': 'account',
  'never-invited': 'mail',
  'template-off': 'mail',
  'no-transport': 'mail',
  'no-address': 'mail',
  'mail-waiting': 'mail',
  'mail-paused': 'mail',
  'mail-deferred': 'mail',
  'mail-unknown': 'mail',
  'address-held': 'mail',
  'mail-refused': 'mail',
  'mail-given-up': 'mail',
  'mail-bounced': 'mail',
  'mail-withdrawn': 'mail',
  'test-mailbox': 'mail',
  'not-opened': 'link',
  'machine-only': 'link',
  opened: 'link',
  'password-refused': 'password',
  'link-superseded': 'link',
  'link-expired': 'link',
  'link-ended': 'link',
  'no-password': 'password',
  'slowed-down': 'tries',
  'wrong-password': 'tries',
  'never-signed-in': 'tries',
};

/** Causes that keep nobody out: they warn. */
const warnings: readonly CauseCode[] = [
  'wrong-door',
  'no-area',
  'assignment-pending',
  'email-change',
  'test-mailbox',
  'wrong-password',
  'never-signed-in',
  'mail-waiting',
  'mail-deferred',
  'mail-unknown',
];

/** Every gate with ✓ or ✗: what stands in the way there, and where nothing does, what is known about it. */
export function gatesOf(facts: AccessFacts, { causes }: Diagnosis): Gate[] {
  return gateKeys.map((key) => {
    const [cause, ...more] = causes.filter(({ code }) => at[code] === key);
    return cause ? standing(key, cause, more) : { key, remedy: null, ...quiet[key](facts) };
  });
}

function standing(key: GateKey, cause: Cause, more: readonly Cause[]): Gate {
  const isWarning = [cause, ...more].every(({ code }) => warnings.includes(code));
  return { key, state: isWarning ? 'warning' : 'failed', says: [...cause.says, ...more.flatMap(({ says }) => says)], remedy: cause.remedy };
}

type Quiet = Pick<Gate, 'state' | 'says'>;
const tell = (state: Gate['state'], word: DiagnosisWord, values?: Said['values']): Quiet => ({
  state,
  says: [{ word, ...(values && { values }) }],
});

const quiet: Record<GateKey, (facts: AccessFacts) => Quiet> = {
  account: ({ access: { deletedAt, accountName, email } }) =>
    deletedAt
      ? tell('failed', 'account-deleted')
      : tell('passed', accountName === email ? 'has-account-same' : 'has-account', { accountName, address: email }),
  portal: ({ access: { portalName } }) => tell('passed', 'portal-open', { portal: portalName }),
  access: ({ access: { expiresOn } }) =>
    expiresOn ? tell('passed', 'access-granted-until', { day: { day: expiresOn } }) : tell('passed', 'access-granted'),
  company: ({ contacts }) =>
    tell('passed', 'company-open', { company: contacts.map(({ name, company }) => `${name}, ${company}`).join('; ') }),
  registration: ({ access: { registeredAt } }) =>
    registeredAt ? tell('passed', 'registered', { at: registeredAt }) : tell('failed', 'not-registered'),
  mail: ({ access, mail }) => {
    if (mail && !access.hasPassword) return tell('passed', 'mail-left', { at: mail.settledAt ?? mail.queuedAt, address: mail.address });
    return access.hasPassword ? tell('idle', 'mail-not-needed') : tell('idle', 'mail-none');
  },
  link: ({ access, link }) => {
    if (access.hasPassword) return tell('idle', 'mail-not-needed');
    if (!link) return tell('idle', 'link-none');
    return link.state === 'open' ? tell('passed', 'link-open', { until: link.expiresAt }) : tell('idle', 'link-used');
  },
  password: ({ access: { hasPassword, passwordSetAt } }) => {
    if (!hasPassword) return tell('failed', 'no-password');
    return passwordSetAt ? tell('passed', 'password-set', { at: passwordSetAt }) : tell('passed', 'tries-fine');
  },
  tries: ({ access: { hasPassword, lastSignInAt } }) => {
    if (!hasPassword) return tell('idle', 'tries-none');
    return lastSignInAt ? tell('passed', 'last-sign-in', { at: lastSignInAt }) : tell('passed', 'tries-fine');
  },
};
