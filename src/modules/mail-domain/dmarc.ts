import type { Resolver } from '../../platform/dns/resolver.ts';
import { type Finding, finding, type Point, type Proposal } from './mail-domain.ts';
import { readTags } from './tags.ts';

export type Policy = 'none' | 'quarantine' | 'reject';

/** What holds for mails of a domain. `organisation`: the domain whose record it is, which is the domain itself or one above it. */
export type DmarcRule = { policy: Policy; organisation: string; strictSpf: boolean; strictDkim: boolean };

/** `rule`: `undefined` without a record that counts, `null` where DNS did not answer. */
export type DmarcOutcome = { finding: Finding; rule: DmarcRule | undefined | null };

const isDmarc = (text: string): boolean => /^v\s*=\s*DMARC1\s*(;|$)/.test(text);

/** The domain, then each one above it that is not a whole country or kind: where a receiver looks for the rule, the nearest first. */
const placesOf = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
};

type Located = { place: string; texts: string[] };

/** The rule of the domain, or of the organisation above it (tree walk of RFC 7489's successor, which needs no list of public suffixes). */
export async function checkDmarc(resolver: Resolver, domain: string): Promise<DmarcOutcome> {
  for (const place of placesOf(domain)) {
    const answer = await resolver.txt(`_dmarc.${place}`);
    if (answer.kind === 'failed')
      return { finding: finding('dmarc', [{ code: 'dmarc-silent', state: 'unknown', values: { domain: place } }]), rule: null };
    const texts = answer.kind === 'found' ? answer.records.filter(isDmarc) : [];
    // A public suffix may hold a rule for whoever has none; it is nobody's own.
    if (texts.length > 0 && !(place !== domain && texts.some((text) => readTags(text)?.get('psd') === 'y')))
      return judge(resolver, domain, { place, texts });
    if (place === domain && answer.kind === 'found') {
      const misspelt = answer.records.filter((text) => /dmarc/i.test(text));
      if (misspelt.length > 0) return broken(domain, { place, texts: misspelt });
    }
  }
  const points: Point[] = [{ code: 'dmarc-missing', state: 'warning', values: { domain } }];
  return { finding: finding('dmarc', points, { proposals: [startOf(domain, [])] }), rule: undefined };
}

/** A first record: nothing changes for any mail, and reports begin to come. */
const startOf = (domain: string, replaces: string[]): Proposal => ({
  name: `_dmarc.${domain}`,
  type: 'TXT',
  value: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`,
  replaces,
});

const broken = (domain: string, { place, texts }: Located): DmarcOutcome => ({
  finding: finding('dmarc', [{ code: 'dmarc-syntax', state: 'problem', values: { domain: place } }], {
    found: texts,
    proposals: [startOf(place === domain ? domain : place, texts)],
  }),
  rule: undefined,
});

async function judge(resolver: Resolver, domain: string, located: Located): Promise<DmarcOutcome> {
  const { place, texts } = located;
  const [text = ''] = texts;
  if (texts.length > 1) {
    const strictest = texts.toSorted((one, other) => strictness(other) - strictness(one))[0] ?? text;
    const proposals: Proposal[] = [{ name: `_dmarc.${place}`, type: 'TXT', value: strictest, replaces: texts }];
    const point: Point = { code: 'dmarc-several', state: 'problem', values: { domain: place, count: texts.length } };
    return { finding: finding('dmarc', [point], { found: texts, proposals }), rule: undefined };
  }
  const tags = readTags(text);
  const policy = policyOf(tags, place !== domain);
  if (!tags || !policy) return broken(domain, located);

  const values = { domain, organisation: place };
  const points: Point[] = [{ code: `dmarc-${policy}`, state: 'ok', values }];
  if (place !== domain) points.push({ code: 'dmarc-inherited', state: 'ok', values });
  const reports = reportDomains(tags);
  if (reports.length === 0)
    points.push({ code: policy === 'none' ? 'dmarc-nobody-reads' : 'dmarc-no-reports', state: policy === 'none' ? 'warning' : 'ok' });
  points.push(...(await strangers(resolver, place, reports)));
  const proposals: Proposal[] =
    reports.length === 0 ? [{ name: `_dmarc.${place}`, type: 'TXT', value: withReports(text, place), replaces: [text] }] : [];
  return {
    finding: finding('dmarc', points, { found: [text], proposals }),
    rule: {
      policy,
      organisation: place,
      strictSpf: tags.get('aspf')?.toLowerCase() === 's',
      strictDkim: tags.get('adkim')?.toLowerCase() === 's',
    },
  };
}

const strictness = (text: string): number => [undefined, 'none', 'quarantine', 'reject'].indexOf(policyOf(readTags(text), false));

/** RFC 7489, 6.6.3: without a policy that can be read, a record with reports counts as „none“, another one not at all. */
function policyOf(tags: Map<string, string> | undefined, inherited: boolean): Policy | undefined {
  if (!tags) return undefined;
  const asked = (inherited && tags.get('sp')) || tags.get('p');
  const policy = (['none', 'quarantine', 'reject'] as const).find((known) => known === asked?.toLowerCase());
  return policy ?? (reportDomains(tags).length > 0 ? 'none' : undefined);
}

function reportDomains(tags: Map<string, string>): string[] {
  return (tags.get('rua') ?? '')
    .split(',')
    .flatMap((address) => /^\s*mailto:[^@\s]+@([a-z0-9.-]+\.[a-z0-9-]+)(![\d]+[kmgt]?)?\s*$/i.exec(address)?.[1]?.toLowerCase() ?? []);
}

const withReports = (text: string, domain: string): string =>
  `${text
    .trim()
    .replace(/;?\s*rua\s*=[^;]*/i, '')
    .replace(/;\s*$/, '')}; rua=mailto:postmaster@${domain}`;

/** Reports go to another company only if that company says that it takes them (RFC 7489, 7.1). */
async function strangers(resolver: Resolver, domain: string, reports: readonly string[]): Promise<Point[]> {
  const others = [...new Set(reports)].filter(
    (other) => other !== domain && !other.endsWith(`.${domain}`) && !domain.endsWith(`.${other}`),
  );
  const answers = await Promise.all(
    others.map(async (other) => ({ other, answer: await resolver.txt(`${domain}._report._dmarc.${other}`) })),
  );
  return answers.flatMap(({ other, answer }) =>
    answer.kind === 'none' ? [{ code: 'dmarc-stranger', state: 'warning', values: { other } } as const] : [],
  );
}
