/** What is known of a program that names itself: an examiner of links in mails, a maker of previews for chats, or any other program. */
export type KnownProgram = { name: string; kind: 'scanner' | 'preview' | 'program' };

/** What stands in a `User-Agent`, most particular first. Examiners often pretend to be a browser; those are told by how they behave. */
const known: readonly (readonly [sign: RegExp, name: string, kind: KnownProgram['kind']])[] = [
  [/SafeLinks|Safe Links|ATP-Detonation|Microsoft Defender|MDATP/i, 'Microsoft Defender', 'scanner'],
  [/Barracuda/i, 'Barracuda', 'scanner'],
  [/Proofpoint|URLDefense/i, 'Proofpoint', 'scanner'],
  [/Mimecast/i, 'Mimecast', 'scanner'],
  [/IronPort|Cisco[- ]?(Secure|Talos|ESA)/i, 'Cisco Secure Email', 'scanner'],
  [/Sophos/i, 'Sophos', 'scanner'],
  [/TrendMicro|Trend Micro|TMASE/i, 'Trend Micro', 'scanner'],
  [/FortiGuard|FortiMail|Fortinet/i, 'Fortinet', 'scanner'],
  [/FireEye|Trellix/i, 'Trellix', 'scanner'],
  [/Forcepoint|Websense/i, 'Forcepoint', 'scanner'],
  [/Symantec|MessageLabs/i, 'Symantec', 'scanner'],
  [/Hornetsecurity/i, 'Hornetsecurity', 'scanner'],
  [/NoSpamProxy/i, 'NoSpamProxy', 'scanner'],
  [/Zscaler/i, 'Zscaler', 'scanner'],
  [/Kaspersky/i, 'Kaspersky', 'scanner'],
  [/Bitdefender/i, 'Bitdefender', 'scanner'],
  [/VirusTotal/i, 'VirusTotal', 'scanner'],
  [/GoogleImageProxy|Google-Safety|Google-PageRenderer|GoogleOther|Googlebot|Google-InspectionTool/i, 'Google', 'preview'],
  [/BingPreview|bingbot|adidxbot/i, 'Bing', 'preview'],
  [/SkypeUriPreview|TeamsBot|MicrosoftPreview/i, 'Microsoft Teams', 'preview'],
  [/Slackbot|Slack-ImgProxy/i, 'Slack', 'preview'],
  [/^WhatsApp\//i, 'WhatsApp', 'preview'],
  [/TelegramBot/i, 'Telegram', 'preview'],
  [/facebookexternalhit|Facebot|meta-externalagent/i, 'Facebook', 'preview'],
  [/Discordbot/i, 'Discord', 'preview'],
  [/LinkedInBot/i, 'LinkedIn', 'preview'],
  [/Twitterbot/i, 'X', 'preview'],
  [/Applebot/i, 'Apple', 'preview'],
  [/Yahoo.*(Preview|Slurp)|YahooMailProxy/i, 'Yahoo', 'preview'],
  [/Iframely|Embedly/i, 'Iframely', 'preview'],
  [/ms-office|MSOffice|Microsoft Office/i, 'Microsoft Office', 'program'],
  [/HeadlessChrome|PhantomJS|Puppeteer|Playwright|Selenium/i, 'Headless Chrome', 'program'],
  [/^curl\//i, 'curl', 'program'],
  [/^Wget\//i, 'Wget', 'program'],
];

/** Words by which programs of every make name themselves. A make of phones ends in „bot“ as well. */
const anyProgram = /(?<!cu)bot\b|crawl|spider|scanner|urlscan|preview|python|http-?client|okhttp|libwww|monitor/i;

/** Every browser begins so, for historical reasons. */
const browserStart = /^(Mozilla|Opera)\//;

/** What a `User-Agent` admits to be, if that is not a browser. */
export function knownProgram(userAgent: string): KnownProgram | undefined {
  const found = known.find(([sign]) => sign.test(userAgent));
  if (found) return { name: found[1], kind: found[2] };
  if (browserStart.test(userAgent) && !anyProgram.test(userAgent)) return undefined;
  return { name: /^[A-Za-z][\w.-]{0,39}/.exec(userAgent.replace(/^Mozilla\/\S+ \(compatible; /, ''))?.[0] ?? '', kind: 'program' };
}
