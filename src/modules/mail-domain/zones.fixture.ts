import { generateKeyPairSync } from 'node:crypto';
import type { Zone } from '../../platform/dns/zone.fixture.ts';
import type { RecordKind } from './mail-domain.ts';
import type { PointCode } from './point-phrases.ts';
import type { Installation, MailRoute } from './sending.ts';

const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey;
const spki = (bits: number) => rsa(bits).export({ type: 'spki', format: 'der' }).toString('base64');

/** Keys as mail servers publish them; made anew for each run. */
export const keys = {
  good: spki(2048),
  old: spki(1024),
  short: spki(512),
  pkcs1: rsa(2048).export({ type: 'pkcs1', format: 'der' }).toString('base64'),
};
export const goodKey = `v=DKIM1; k=rsa; p=${keys.good}`;

export const installation: Installation = { relaySpf: undefined, host: 'portal.muster-energie.de' };
export const route: MailRoute = { transport: 'mail', host: 'mail.versand.de', senderAddress: 'portal@muster.de', returnPath: null };

/** Mail servers of the world that every zone below can lead to. */
export const world: Zone = {
  'mail.versand.de': { a: ['192.0.2.10'] },
  'mx.postfach.de': { a: ['198.51.100.25'] },
  'spf.versand.de': { txt: ['v=spf1 ip4:192.0.2.0/28 -all'] },
  'relay.pforte-host.de': { a: ['203.0.113.5'], aaaa: ['2001:db8::5'] },
  'spf.pforte-host.de': { txt: ['v=spf1 ip4:203.0.113.0/29 ip6:2001:db8::/64 -all'] },
  'spf.protection.outlook.com': { txt: ['v=spf1 ip4:40.92.0.0/15 -all'] },
  '_spf.google.com': { txt: ['v=spf1 include:_netblocks.google.com ~all'] },
  '_netblocks.google.com': { txt: ['v=spf1 ip4:35.190.247.0/24 ~all'] },
  'sendgrid.net': { txt: ['v=spf1 ip4:167.89.0.0/17 ~all'] },
};

export const mx = { mx: ['10 mx.postfach.de'] };
export const dmarc = (text: string): Zone => ({ '_dmarc.muster.de': { txt: [text] } });
export const watching = dmarc('v=DMARC1; p=none; rua=mailto:dmarc@muster.de');
export const key = (text: string, selector = 's1'): Zone => ({ [`${selector}._domainkey.muster.de`]: { txt: [text] } });
/** Everything right but the SPF record, which is given. */
export const withSpf = (...txt: string[]): Zone => ({ 'muster.de': { ...mx, txt }, ...watching, ...key(goodKey) });

/** The main point of each record, `state code`; those that are not named have to be in order. */
type Expected = Partial<Record<RecordKind, `${'ok' | 'warning' | 'problem' | 'unknown'} ${PointCode}`>>;

export type ZoneCase = {
  name: string;
  zone: Zone;
  route?: Partial<MailRoute>;
  relaySpf?: string;
  selectors?: string[];
  expected: Expected;
  /** The records to publish, `name value`; without it there are none. */
  publish?: string[];
  /** Further points, besides the main ones. */
  more?: PointCode[];
};

export const bySpfAndKey: Expected = { alignment: 'ok alignment-both' };
export const onlyByKey: Expected = { alignment: 'warning alignment-only-dkim' };
