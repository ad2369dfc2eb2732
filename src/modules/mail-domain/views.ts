import { domainToUnicode } from 'node:url';
import { displayAddress } from '../../platform/address.ts';
import { formatInstant } from '../../platform/instant.ts';
import { say, type Variant } from '../../platform/phrases.ts';
import type { Plan } from './check-domain.ts';
import type { DomainRecordView, MailDomainView } from './contract.ts';
import { domainOf, type Finding, type Known, type Point, type RecordKind, stateOf } from './mail-domain.ts';
import { alarmPhrase, kindPhrases, sourcePhrases, troublePhrase, uncheckablePhrase } from './phrases.ts';
import { pointPhrases } from './point-phrases.ts';
import { isGuess, type Sending } from './sending.ts';

export type Viewing = { variant: Variant; timeZone: string; mayChange: boolean };

/** The last check for people: sentences in the caller's language. A result of another domain than the sender's now is none. */
export function presentDomain({ route, sending, selectors, basis, stored, isReal }: Plan, viewing: Viewing): MailDomainView {
  const { variant, mayChange } = viewing;
  const domain = domainOf(route.senderAddress);
  const address = displayAddress(route.senderAddress);
  const isOfDomain = stored?.report?.domain === domain && isReal;
  const findings = isOfDomain ? (stored.report?.findings ?? []) : [];
  const troubles = findings.filter(({ state, kind }) => state === 'problem' && kind !== 'alignment').map(({ kind }) => kind);
  return {
    domain,
    senderAddress: address,
    uncheckable: isReal ? null : say(uncheckablePhrase, variant, { address }),
    checkedAt: (isOfDomain && stored.checkedAt?.toISOString()) || null,
    outdated: isOfDomain && stored.basis !== basis,
    state: isOfDomain ? stateOf({ findings }) : null,
    trouble:
      troubles.length > 0 && sending.leaves
        ? say(troublePhrase, variant, { domain: readable(domain), kinds: labels(troubles, variant) })
        : null,
    records: findings.map((finding) => presentRecord(finding, stored?.known ?? {}, variant)),
    spfPart: presentPart(sending, variant),
    spfStated: stored?.spfMechanisms.join(' ') ?? '',
    dkimSelectors: selectors,
    alarm: isOfDomain && stored.basis === basis ? presentAlarm(stored, domain, viewing) : null,
    allowed: mayChange ? [...(isReal ? (['check'] as const) : []), 'edit'] : [],
  };
}

/** For sentences; what is copied stays as DNS has it. */
const readable = (domain: string): string => domainToUnicode(domain) || domain;

const labels = (kinds: readonly RecordKind[], variant: Variant): string => kinds.map((kind) => say(kindPhrases[kind], variant)).join(', ');

function presentRecord({ kind, state, points, found, proposals }: Finding, known: Known, variant: Variant): DomainRecordView {
  const [first, ...others] = points;
  const last = state === 'unknown' ? known[kind] : undefined;
  return {
    kind,
    label: say(kindPhrases[kind], variant),
    state,
    code: first?.code ?? '',
    sentence: first ? sentenceOf(first, variant) : '',
    notes: others.map((point) => sentenceOf(point, variant)),
    found,
    publish: proposals,
    lastKnown: last ?? null,
  };
}

/** A point that a later version has dropped is told by its code. */
const sentenceOf = ({ code, values }: Point, variant: Variant): string =>
  Object.hasOwn(pointPhrases, code) ? say(pointPhrases[code], variant, values) : code;

function presentPart({ mechanisms, source, provider }: Sending, variant: Variant): MailDomainView['spfPart'] {
  if (!source || mechanisms.length === 0) return null;
  const sentence = say(sourcePhrases[source], variant, { provider: provider?.name ?? '' });
  return { text: mechanisms.join(' '), source, guess: isGuess({ source }), sentence };
}

function presentAlarm(
  { alarm, alarmSince }: NonNullable<Plan['stored']>,
  domain: string,
  { variant, timeZone }: Viewing,
): MailDomainView['alarm'] {
  if (!alarmSince) return null;
  const since = formatInstant(alarmSince, timeZone, variant, { zone: false });
  const kinds = labels(
    alarm.map(({ kind }) => kind),
    variant,
  );
  return { since: alarmSince.toISOString(), sentence: say(alarmPhrase, variant, { since, domain: readable(domain), kinds }) };
}
