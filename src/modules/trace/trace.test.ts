import { expect, test } from 'vitest';
import { programName } from './record-visit.ts';
import { judgeVisit, type VisitSigns } from './trace.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36';
const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

/** A browser of today, over a secure connection, half an hour after the mail was handed over. */
const browser: VisitSigns = {
  method: 'GET',
  userAgent: chrome,
  purpose: '',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  acceptLanguage: 'de-DE,de;q=0.9,en;q=0.8',
  fetchDestination: 'document',
  fetchMode: 'navigate',
  isSecure: true,
  sinceDelivery: 30 * 60_000,
};
const judge = (signs: Partial<VisitSigns>) => {
  const verdict = judgeVisit({ ...browser, ...signs });
  return verdict.kind === 'machine' ? verdict.reason : verdict.kind;
};
/** A program that sends what little programs send. */
const bare = { accept: '*/*', acceptLanguage: '', fetchDestination: '', fetchMode: '' };

test.each([
  ['Chrome, Windows', chrome],
  ['Edge, Windows', `${chrome} Edg/139.0.0.0`],
  ['Firefox, Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'],
  ['Firefox, Android', 'Mozilla/5.0 (Android 14; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0'],
  ['Safari, macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/18.5 Safari/605.1.15`],
  ['Safari, iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webKit} Mobile/15E148 Outlook-iOS/736.1`],
  [
    'Chrome, Android',
    'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/139.0.0.0 Mobile Safari/537.36',
  ],
  [
    'Chrome, Android',
    'Mozilla/5.0 (Linux; Android 9; CUBOT P30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
  ],
])('a person with %s is taken for one, and of the program the name only is kept', (name, userAgent) => {
  expect(judge({ userAgent })).toBe('person');
  expect(programName(userAgent)).toBe(name);
});

test.each([
  ['scanner', 'Microsoft Defender', 'Mozilla/5.0 (Windows NT 10.0) SafeLinks/1.0'],
  ['scanner', 'Barracuda', 'Barracuda Sentinel (EE)'],
  ['scanner', 'Proofpoint', 'Mozilla/5.0 (compatible; Proofpoint URLDefense)'],
  ['scanner', 'Mimecast', 'Mozilla/5.0 (compatible; Mimecast URL Protect)'],
  ['preview', 'Google', 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)'],
  ['preview', 'Google', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  ['preview', 'Bing', 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; BingPreview/1.0b) Chrome/116.0 Safari/537.36'],
  ['preview', 'Microsoft Teams', 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com'],
  ['preview', 'Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['preview', 'WhatsApp', 'WhatsApp/2.23.20.0'],
  ['preview', 'Telegram', 'TelegramBot (like TwitterBot)'],
  ['preview', 'Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['program', 'Microsoft Office', 'Mozilla/4.0 (compatible; ms-office; MSOffice 16)'],
  ['program', 'Headless Chrome', chrome.replace('Chrome/', 'HeadlessChrome/')],
  ['program', 'curl', 'curl/8.9.1'],
  ['program', 'python-requests', 'python-requests/2.32.3'],
  ['program', 'Go-http-client', 'Go-http-client/2.0'],
  ['program', 'SomethingBot', 'Mozilla/5.0 (compatible; SomethingBot/3.1; +https://something.example)'],
  ['program', '', ''],
])('a program that names itself is told as %s: %s', (reason, name, userAgent) => {
  expect(judge({ userAgent })).toBe(reason);
  expect(judge({ userAgent, ...bare, sinceDelivery: undefined })).toBe(reason);
  expect(programName(userAgent)).toBe(name);
});

test.each([
  ['looked up, not read', { method: 'HEAD' }, 'head'],
  ['loaded ahead', { purpose: 'prefetch;prerender' }, 'prefetch'],
  ['loaded ahead by a HEAD', { purpose: 'prefetch', method: 'HEAD' }, 'prefetch'],
  ['fetched by a script', { fetchDestination: 'empty', fetchMode: 'cors' }, 'prefetch'],
  ['put into a frame', { fetchDestination: 'iframe' }, 'prefetch'],
  ['one second after the mail was handed over', { sinceDelivery: 1000 }, 'at-once'],
  ['before the mail server had confirmed the mail', { sinceDelivery: -200 }, 'at-once'],
  ['ten seconds after', { sinceDelivery: 10_000 }, 'person'],
  ['with a link that came another way', { sinceDelivery: undefined }, 'person'],
  ['without a language', { acceptLanguage: '' }, 'no-browser'],
  ['not asking for a page', { accept: '*/*' }, 'no-browser'],
  ['a minute after, without what browsers send', { fetchDestination: '', fetchMode: '', sinceDelivery: 60_000 }, 'no-browser'],
  ['an hour after, by a browser of old', { fetchDestination: '', fetchMode: '', sinceDelivery: 3_600_000 }, 'person'],
  [
    'a minute after, where no browser sends more',
    { fetchDestination: '', fetchMode: '', isSecure: false, sinceDelivery: 60_000 },
    'person',
  ],
] satisfies [string, Partial<VisitSigns>, string][])(
  'what pretends to be a browser is told by how it behaves: %s',
  (_, signs, expected) => {
    expect(judge(signs)).toBe(expected);
  },
);
