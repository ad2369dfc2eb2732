import { createPublicKey } from 'node:crypto';
import type { Resolver } from '../../platform/dns/resolver.ts';
import { type Finding, finding, type Point } from './mail-domain.ts';
import { commonSelectors } from './providers.ts';
import type { Sending } from './sending.ts';
import { readTags } from './tags.ts';

/** `usable`: whether a key of ours is there that receivers take; `null`: nobody can say which key our mails are signed with. */
export type DkimOutcome = { finding: Finding; usable: boolean | null };

type Key = { selector: string; point: Point; text: string | undefined };

/** RFC 8301: shorter RSA keys must not be believed; 2048 bits are what is asked for. */
const shortestBits = 1024;
const wantedBits = 2048;

export const keyName = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;

/**
 * Looks for the keys that mails are signed with. Which one is ours cannot be seen in DNS: `selectors` are those that a person has named; without
 * them, names that many mail servers use are tried, and a key that is found says only that somebody signs for this domain.
 */
export async function checkDkim(resolver: Resolver, domain: string, sending: Sending, selectors: readonly string[]): Promise<DkimOutcome> {
  if (selectors.length > 0) return named(await Promise.all(selectors.map((selector) => lookAt(resolver, domain, selector))), domain);
  const tried = await Promise.all(commonSelectors.map((selector) => lookAt(resolver, domain, selector)));
  return guessed(tried, sending, domain);
}

function named(keys: readonly Key[], domain: string): DkimOutcome {
  const proposals = keys
    .filter(({ point }) => ['dkim-missing', 'dkim-revoked', 'dkim-short', 'dkim-syntax', 'dkim-several'].includes(point.code))
    .map(({ selector, text }) => ({ name: keyName(selector, domain), type: 'TXT' as const, value: null, replaces: text ? [text] : [] }));
  const states = keys.map(({ point }) => point.state);
  const isUsable = states.some((state) => state === 'ok' || state === 'warning');
  return {
    finding: finding(
      'dkim',
      keys.map(({ point }) => point),
      { found: foundOf(keys, domain), proposals },
    ),
    usable: isUsable ? true : states.includes('unknown') ? null : false,
  };
}

function guessed(tried: readonly Key[], sending: Sending, domain: string): DkimOutcome {
  const keys = tried.filter(({ text, point }) => text?.includes('p=') && point.code !== 'dkim-revoked');
  const values = { domain, selectors: keys.map(({ selector }) => selector).join(', ') };
  const found = foundOf(keys, domain);
  if (keys.length === 0) {
    const isSilent = tried.every(({ point }) => point.code === 'dkim-silent');
    if (isSilent) return { finding: finding('dkim', [{ code: 'dkim-all-silent', state: 'unknown', values }]), usable: null };
    return { finding: finding('dkim', [{ code: 'dkim-none-found', state: 'warning', values }]), usable: null };
  }
  const bad = keys.filter(({ point }) => point.state !== 'ok').map(({ point }) => point);
  const own = keys.filter(({ selector, point }) => point.state === 'ok' && sending.provider?.selectors.includes(selector));
  if (own.length > 0) {
    const point: Point = { code: 'dkim-of-provider', state: 'ok', values: { ...values, provider: sending.provider?.name ?? '' } };
    return { finding: finding('dkim', [point, ...bad], { found }), usable: true };
  }
  return { finding: finding('dkim', [...bad, { code: 'dkim-somebodys', state: 'unknown', values }], { found }), usable: null };
}

const foundOf = (keys: readonly Key[], domain: string) =>
  keys.flatMap(({ selector, text }) => (text === undefined ? [] : [`${keyName(selector, domain)}: ${text}`]));

async function lookAt(resolver: Resolver, domain: string, selector: string): Promise<Key> {
  const answer = await resolver.txt(keyName(selector, domain));
  const values = { selector, name: keyName(selector, domain) };
  const say = (code: Point['code'], state: Point['state'], text?: string, more = {}): Key => ({
    selector,
    text,
    point: { code, state, values: { ...values, ...more } },
  });
  if (answer.kind === 'failed') return say('dkim-silent', 'unknown');
  const keys = answer.kind === 'found' ? answer.records.filter((text) => !/^v=(spf|dmarc)/i.test(text)) : [];
  const [text] = keys;
  if (text === undefined) return say('dkim-missing', 'problem');
  if (keys.length > 1) return say('dkim-several', 'problem', text, { count: keys.length });
  const { code, state, ...more } = judgeKey(text);
  return say(code, state, text, more);
}

/** Reads one key record as a receiver does (RFC 6376, 3.6.1). `bits` is there for RSA keys. */
export function judgeKey(text: string): Pick<Point, 'code' | 'state'> & { bits?: number } {
  const tags = readTags(text);
  const version = tags?.get('v');
  if (!tags?.has('p') || (version !== undefined && (version !== 'DKIM1' || [...tags.keys()][0] !== 'v')))
    return { code: 'dkim-syntax', state: 'problem' };
  const key = (tags.get('p') ?? '').replace(/\s/g, '');
  if (key === '') return { code: 'dkim-revoked', state: 'problem' };
  const list = (name: string) =>
    tags
      .get(name)
      ?.split(':')
      .map((entry) => entry.trim().toLowerCase());
  if (list('s')?.every((service) => service !== '*' && service !== 'email')) return { code: 'dkim-not-for-mail', state: 'problem' };
  if (list('h')?.every((hash) => hash !== 'sha256')) return { code: 'dkim-old-hash', state: 'problem' };
  const kind = tags.get('k')?.toLowerCase() ?? 'rsa';
  const bits = kind === 'rsa' ? rsaBits(key) : undefined;
  if (kind === 'rsa' ? bits === undefined : !isEd25519(kind, key)) return { code: 'dkim-syntax', state: 'problem' };
  if (bits !== undefined && bits < shortestBits) return { code: 'dkim-short', state: 'problem', bits };
  if (list('t')?.includes('y')) return { code: 'dkim-testing', state: 'warning' };
  if (bits !== undefined && bits < wantedBits) return { code: 'dkim-old-length', state: 'warning', bits };
  return { code: 'dkim-ok', state: 'ok', ...(bits !== undefined && { bits }) };
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

function rsaBits(key: string): number | undefined {
  if (!base64.test(key)) return undefined;
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type });
      if (asymmetricKeyType === 'rsa') return asymmetricKeyDetails?.modulusLength;
    } catch {
      // The other form may still fit.
    }
  }
  return undefined;
}

/** RFC 8463: 32 bytes. A kind of key that came later is not judged. */
const isEd25519 = (kind: string, key: string): boolean =>
  base64.test(key) && (kind !== 'ed25519' || Buffer.from(key, 'base64').length === 32);
