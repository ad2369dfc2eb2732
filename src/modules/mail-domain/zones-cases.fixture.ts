import {
  bySpfAndKey,
  dmarc,
  goodKey,
  installation,
  key,
  keys,
  mx,
  route,
  watching,
  withSpf,
  world,
  type ZoneCase,
} from './zones.fixture.ts';
import { spfZones } from './zones-spf.fixture.ts';

/** Zones that differ in the other records. */
const otherZones: ZoneCase[] = [
  {
    name: 'no MX, no address: nobody can answer',
    zone: { ...withSpf(), 'muster.de': { txt: ['v=spf1 a:mail.versand.de -all'] } },
    expected: { mx: 'problem mx-missing', ...bySpfAndKey },
  },
  {
    name: 'no MX but a website',
    zone: { ...withSpf(), 'muster.de': { a: ['192.0.2.80'], txt: ['v=spf1 a:mail.versand.de -all'] } },
    expected: { mx: 'warning mx-implicit', ...bySpfAndKey },
  },
  {
    name: 'the domain says that it takes no mail',
    zone: { ...withSpf(), 'muster.de': { mx: ['0 .'], txt: ['v=spf1 a:mail.versand.de -all'] } },
    expected: { mx: 'problem mx-null', ...bySpfAndKey },
  },
  {
    name: 'a mail server that does not exist',
    zone: { ...withSpf(), 'muster.de': { mx: ['10 weg.postfach.de'], txt: ['v=spf1 a:mail.versand.de -all'] } },
    expected: { mx: 'problem mx-dead', ...bySpfAndKey },
  },
  {
    name: 'one of two mail servers does not exist',
    zone: { ...withSpf(), 'muster.de': { mx: ['10 mx.postfach.de', '20 192.0.2.1'], txt: ['v=spf1 a:mail.versand.de -all'] } },
    expected: { mx: 'warning mx-partly-dead', ...bySpfAndKey },
  },
  {
    name: 'a revoked key',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...key('v=DKIM1; p=') },
    expected: { dkim: 'problem dkim-revoked', alignment: 'warning alignment-only-spf' },
    publish: ['s1._domainkey.muster.de null'],
  },
  {
    name: 'a key that is too short',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...key(`v=DKIM1; p=${keys.short}`) },
    expected: { dkim: 'problem dkim-short', alignment: 'warning alignment-only-spf' },
    publish: ['s1._domainkey.muster.de null'],
  },
  {
    name: 'a key of 1024 bits',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...key(`p=${keys.old}`) },
    expected: { dkim: 'warning dkim-old-length', ...bySpfAndKey },
  },
  {
    name: 'a key that was cut off while copying',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...key(goodKey.slice(0, 120)) },
    expected: { dkim: 'problem dkim-syntax', alignment: 'warning alignment-only-spf' },
    publish: ['s1._domainkey.muster.de null'],
  },
  {
    name: 'nobody has named a key, and one of our provider is there',
    zone: { ...withSpf('v=spf1 include:_spf.google.com -all'), ...key(goodKey, 'google') },
    route: { transport: 'smtp', host: 'smtp-relay.gmail.com' },
    selectors: [],
    expected: { dkim: 'ok dkim-of-provider', ...bySpfAndKey },
  },
  {
    name: 'nobody has named a key, and one of somebody is there',
    zone: withSpf('v=spf1 a:mail.versand.de -all'),
    selectors: [],
    expected: { dkim: 'unknown dkim-somebodys', alignment: 'ok alignment-spf' },
  },
  {
    name: 'nobody has named a key, and none is there',
    zone: { 'muster.de': { ...mx, txt: ['v=spf1 a:mail.versand.de -all'] }, ...watching },
    selectors: [],
    expected: { dkim: 'warning dkim-none-found', alignment: 'ok alignment-spf' },
  },
  {
    name: 'no DMARC rule',
    zone: { 'muster.de': { ...mx, txt: ['v=spf1 a:mail.versand.de -all'] }, ...key(goodKey) },
    expected: { dmarc: 'warning dmarc-missing', ...bySpfAndKey },
    publish: ['_dmarc.muster.de v=DMARC1; p=none; rua=mailto:postmaster@muster.de'],
  },
  {
    name: 'two DMARC rules',
    zone: {
      ...withSpf('v=spf1 a:mail.versand.de -all'),
      '_dmarc.muster.de': { txt: ['v=DMARC1; p=none', 'v=DMARC1; p=reject; rua=mailto:d@muster.de'] },
    },
    expected: { dmarc: 'problem dmarc-several', ...bySpfAndKey },
    publish: ['_dmarc.muster.de v=DMARC1; p=reject; rua=mailto:d@muster.de'],
  },
  {
    name: 'a DMARC rule that cannot be read',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...dmarc('v=DMARC1 p=none') },
    expected: { dmarc: 'problem dmarc-syntax', ...bySpfAndKey },
    publish: ['_dmarc.muster.de v=DMARC1; p=none; rua=mailto:postmaster@muster.de'],
  },
  {
    name: 'a DMARC rule that only watches, and nobody reads',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...dmarc('v=DMARC1; p=none;') },
    expected: { dmarc: 'warning dmarc-nobody-reads', ...bySpfAndKey },
    publish: ['_dmarc.muster.de v=DMARC1; p=none; rua=mailto:postmaster@muster.de'],
    more: ['dmarc-none'],
  },
  {
    name: 'DMARC reports for a stranger who did not agree',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), ...dmarc('v=DMARC1; p=quarantine; rua=mailto:x@fremd.de') },
    expected: { dmarc: 'warning dmarc-stranger', ...bySpfAndKey },
    more: ['dmarc-quarantine'],
  },
  {
    name: 'a rule that refuses, and nothing that proves us',
    zone: { 'muster.de': { ...mx, txt: ['v=spf1 mx -all'] }, ...dmarc('v=DMARC1; p=reject; rua=mailto:d@muster.de') },
    expected: {
      spf: 'problem spf-without-us',
      dkim: 'problem dkim-missing',
      dmarc: 'ok dmarc-reject',
      alignment: 'problem alignment-refused',
    },
    publish: ['muster.de v=spf1 mx a:mail.versand.de -all', 's1._domainkey.muster.de null'],
  },
  {
    name: 'a sender below the organisation that holds the rule',
    zone: {
      ...watching,
      'portal.muster.de': { ...mx, txt: ['v=spf1 a:mail.versand.de -all'] },
      '_dmarc.muster.de': { txt: ['v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@muster.de'] },
      's1._domainkey.portal.muster.de': { txt: [goodKey] },
    },
    route: { senderAddress: 'no-reply@portal.muster.de' },
    expected: { dmarc: 'ok dmarc-quarantine', ...bySpfAndKey },
    more: ['dmarc-inherited'],
  },
  {
    name: 'an envelope of another company',
    zone: { ...withSpf('v=spf1 a:mail.versand.de -all'), 'ruecklauf.de': { txt: ['v=spf1 a:mail.versand.de -all'] } },
    route: { returnPath: 'bounces@ruecklauf.de' },
    expected: { alignment: 'warning alignment-only-dkim' },
    more: ['alignment-envelope'],
  },
];

export const zoneCases = [...spfZones, ...otherZones].map(
  ({ route: differing, relaySpf = 'a:mail.versand.de', selectors = ['s1'], ...rest }) => ({
    ...rest,
    zone: { ...world, ...rest.zone },
    route: { ...route, ...differing },
    installation: { ...installation, relaySpf },
    selectors,
  }),
);
