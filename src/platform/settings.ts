import { isIP } from 'node:net';
import { longestLifetime, parseDuration, parseLifetime, shortestLifetime } from './duration.ts';

/** One setting: its name without `PFORTE_`, what it means, how it is read, what counts when it is absent. The documentation is made from this table. */
type Setting<Value> = {
  name: string;
  meaning: string;
  read: (text: string) => Value | undefined;
  expected: string;
  byDefault: Value;
  shown: string;
  secret?: boolean;
};

const setting = <Value>(declaration: Setting<Value>) => declaration;

const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
const onOff = (value: string) => ({ on: true, true: true, '1': true, off: false, false: false, '0': false })[value.trim().toLowerCase()];
const port = (value: string) => (/^\d{1,5}$/.test(value.trim()) && Number(value) <= 65_535 ? Number(value) : undefined);

const lifetime = (limited: keyof typeof longestLifetime, name: string, meaning: string, shown: string) =>
  setting({
    name,
    meaning,
    read: (value) => parseLifetime(value, limited),
    expected: `a length of time like 48h, 7d, 30m, 2s, from ${shortestLifetime} to ${longestLifetime[limited]}`,
    byDefault: parseDuration(shown) ?? 0,
    shown,
  });

function baseUrl(value: string): string | undefined {
  const url = URL.parse(value.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/') return undefined;
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) return undefined;
  return url.origin;
}

/** `localhost`, names below it, and the loopback addresses: the only hosts that plain http is accepted for (rule 19). */
export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function networks(value: string): string[] | undefined {
  const entries = value
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.every(isNetwork) ? entries : undefined;
}

function isNetwork(entry: string): boolean {
  const [address = '', length, rest] = entry.split('/');
  const version = isIP(address);
  if (!version || rest !== undefined) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128) && Number(length) > 0);
}

/** Only what a domain's owner can copy as it stands: no macros, nothing that lets everybody in. */
function spfMechanisms(value: string): string | undefined {
  const words = value.trim().toLowerCase().split(/\s+/);
  return words.every(isSpfMechanism) ? words.join(' ') : undefined;
}

function isSpfMechanism(word: string): boolean {
  const [, kind, rest = ''] = /^(include|a|mx|ip4|ip6):(.+)$/.exec(word) ?? [];
  if (kind === 'ip4' || kind === 'ip6') return isNetwork(rest) && isIP(rest.split('/')[0] ?? '') === (kind === 'ip4' ? 4 : 6);
  const name = kind === 'include' ? rest : rest.replace(/(\/\d{1,2})?(\/\/\d{1,3})?$/, '');
  return kind !== undefined && /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*$/.test(name);
}

/** Shorter, and reminders, resent links and the look back at what did not arrive would lack what they stand on. */
function keptFor(value: string): number | undefined {
  const length = parseDuration(value);
  return length !== undefined && length >= (parseDuration('30d') ?? 0) && length <= (parseDuration('3650d') ?? 0) ? length : undefined;
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const formats = ['json', 'text'] as const;

export const settingTable = {
  port: setting({
    name: 'PFORTE_PORT',
    meaning: 'The port to listen on. 0 takes a free one.',
    read: port,
    expected: 'a port number',
    byDefault: 4000,
    shown: '4000',
  }),
  host: setting({
    name: 'PFORTE_HOST',
    meaning: 'The address to listen on.',
    read: text,
    expected: 'an address',
    byDefault: '127.0.0.1',
    shown: '127.0.0.1',
  }),
  baseUrl: setting({
    name: 'PFORTE_BASE_URL',
    meaning: 'The public address, such as https://portal.example.com. Every link in every mail starts with it. Required in production.',
    read: baseUrl,
    expected: 'an address like https://portal.example.com without a path (http only for localhost)',
    byDefault: undefined as string | undefined,
    shown: 'http://localhost:PORT outside production',
  }),
  baseDomain: setting({
    name: 'PFORTE_BASE_DOMAIN',
    meaning: 'With several workspaces on one installation: workspace NAME is served at NAME.DOMAIN.',
    read: (value) => (/^[a-z0-9.-]+$/i.test(value.trim()) ? value.trim().toLowerCase() : undefined),
    expected: 'a domain name',
    byDefault: undefined as string | undefined,
    shown: '',
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL 15 or newer. Absent: Pforte runs a PostgreSQL of its own in the data directory.',
    read: (value) => (/^postgres(ql)?:\/\//.test(value.trim()) ? value.trim() : undefined),
    expected: 'an address like postgres://user:password@host/database',
    byDefault: undefined as string | undefined,
    shown: 'embedded',
    secret: true,
  }),
  data: setting({
    name: 'PFORTE_DATA',
    meaning: 'The data directory.',
    read: text,
    expected: 'a directory',
    byDefault: './data',
    shown: './data',
  }),
  secretKey: setting({
    name: 'PFORTE_SECRET_KEY',
    meaning: 'Encrypts stored secrets such as the SMTP password. Absent outside production: generated into the data directory.',
    read: (value) => (value.trim().length >= 32 ? value.trim() : undefined),
    expected: 'at least 32 characters',
    byDefault: undefined as string | undefined,
    shown: 'generated outside production',
    secret: true,
  }),
  trustedProxies: setting({
    name: 'PFORTE_TRUSTED_PROXIES',
    meaning: 'Addresses or networks (CIDR), separated by commas, whose Forwarded headers are believed.',
    read: networks,
    expected: 'addresses or networks like 10.0.0.0/8',
    byDefault: [] as string[],
    shown: 'none',
  }),
  adminEmail: setting({
    name: 'PFORTE_ADMIN_EMAIL',
    meaning: 'First start without a browser: the first administrator.',
    read: text,
    expected: 'an e-mail address',
    byDefault: undefined as string | undefined,
    shown: '',
  }),
  adminPassword: setting({
    name: 'PFORTE_ADMIN_PASSWORD',
    meaning: 'First start without a browser: their password.',
    read: (value) => value,
    expected: 'a password',
    byDefault: undefined as string | undefined,
    shown: '',
    secret: true,
  }),
  workspace: setting({
    name: 'PFORTE_WORKSPACE',
    meaning: 'First start without a browser: the name of the company.',
    read: text,
    expected: 'a name',
    byDefault: undefined as string | undefined,
    shown: '',
  }),
  smtpUrl: setting({
    name: 'PFORTE_SMTP_URL',
    meaning:
      'The mail server, such as smtp://user:password@mail.example.com:587?from=portal@example.com; read at every start. Absent: what is stored stays, and a new workspace gets the test mailbox.',
    read: (value) => (/^smtps?:\/\/[^\s]+$/.test(value.trim()) && URL.canParse(value.trim()) ? value.trim() : undefined),
    expected: 'an address like smtp://host:587 or smtps://host:465',
    byDefault: undefined as string | undefined,
    shown: 'test mailbox',
    secret: true,
  }),
  sendmail: setting({
    name: 'PFORTE_SENDMAIL',
    meaning: 'The sendmail program of this machine, for workspaces that send by „Sendmail“.',
    read: (value) => (/^\/[^\0]+$/.test(value.trim()) ? value.trim() : undefined),
    expected: 'the full path of a program',
    byDefault: '/usr/sbin/sendmail',
    shown: '/usr/sbin/sendmail',
  }),
  mailRelay: setting({
    name: 'PFORTE_MAIL_RELAY',
    meaning:
      "The installation's own mail server, for workspaces that send by „Mail“ and need no data for it; written like PFORTE_SMTP_URL.",
    read: (value) => (/^smtps?:\/\/[^\s]+$/.test(value.trim()) && URL.canParse(value.trim()) ? value.trim() : undefined),
    expected: 'an address like smtp://host:587 or smtps://host:465',
    byDefault: 'smtp://127.0.0.1:25',
    shown: 'smtp://127.0.0.1:25',
    secret: true,
  }),
  mailRelaySpf: setting({
    name: 'PFORTE_MAIL_RELAY_SPF',
    meaning:
      'What stands for that mail server in the SPF record of a sender, such as include:spf.example.com; several with a space between them. Absent: made from the address of the server, and shown as a guess.',
    read: spfMechanisms,
    expected: 'mechanisms like include:spf.example.com, a:mail.example.com, ip4:192.0.2.1',
    byDefault: undefined as string | undefined,
    shown: '',
  }),
  workers: setting({
    name: 'PFORTE_WORKERS',
    meaning: 'Whether this process sends mails and runs jobs.',
    read: onOff,
    expected: 'on or off',
    byDefault: true,
    shown: 'on',
  }),
  logLevel: setting({
    name: 'PFORTE_LOG_LEVEL',
    meaning: 'How much is logged.',
    read: (value) => levels.find((level) => level === value.trim().toLowerCase()),
    expected: levels.join(', '),
    byDefault: undefined as (typeof levels)[number] | undefined,
    shown: 'info; as text: warn',
  }),
  logFormat: setting({
    name: 'PFORTE_LOG_FORMAT',
    meaning: 'How the log is written: one JSON object per line, or text for people.',
    read: (value) => formats.find((format) => format === value.trim().toLowerCase()),
    expected: formats.join(' or '),
    byDefault: undefined as (typeof formats)[number] | undefined,
    shown: 'json; outside production text on a terminal and under npm start',
  }),
  production: setting({
    name: 'NODE_ENV',
    meaning: '`production` insists on PFORTE_BASE_URL and PFORTE_SECRET_KEY.',
    read: (value) => value.trim() === 'production',
    expected: 'production or nothing',
    byDefault: false,
    shown: '',
  }),
  lifetimeSetPassword: lifetime('setPassword', 'PFORTE_LIFETIME_SET_PASSWORD', 'How long a link to set a password works.', '48h'),
  lifetimeWelcome: lifetime('welcome', 'PFORTE_LIFETIME_WELCOME', 'How long the link of a welcome mail works.', '48h'),
  lifetimeActivation: lifetime('activation', 'PFORTE_LIFETIME_ACTIVATION', 'How long an activation link works.', '7d'),
  lifetimeReset: lifetime('reset', 'PFORTE_LIFETIME_RESET', 'How long the link of a forgotten password works.', '1h'),
  lifetimeEmailChange: lifetime('emailChange', 'PFORTE_LIFETIME_EMAIL_CHANGE', 'How long the link to confirm a new address works.', '24h'),
  lifetimeInvitation: lifetime('invitation', 'PFORTE_LIFETIME_INVITATION', 'How long an invitation works.', '7d'),
  lifetimeSession: lifetime('session', 'PFORTE_LIFETIME_SESSION', 'How long a session lives without being used.', '12h'),
  lifetimeSessionRemembered: lifetime(
    'sessionRemembered',
    'PFORTE_LIFETIME_SESSION_REMEMBERED',
    'The same with „eingeloggt bleiben“.',
    '30d',
  ),
  lifetimeImpersonation: lifetime('impersonation', 'PFORTE_LIFETIME_IMPERSONATION', 'How long acting as a person lasts.', '30m'),
  resendCooldown: lifetime(
    'resendCooldown',
    'PFORTE_RESEND_COOLDOWN',
    'The pause before the page of a link that no longer works sends the same person another one.',
    '60s',
  ),
  keepMails: setting({
    name: 'PFORTE_KEEP_MAILS',
    meaning: 'How long mails that have come to their end are kept with their tries and what came back of them, before they are deleted.',
    read: keptFor,
    expected: 'a number of days from 30d to 3650d',
    byDefault: parseDuration('400d') ?? 0,
    shown: '400d',
  }),
} as const;

type Table = typeof settingTable;
/** The settings of one process, read once at start. Lengths of time are milliseconds. */
export type Settings = { -readonly [Name in keyof Table]: Table[Name]['byDefault'] };

/** A start that cannot work, with every reason at once. */
export type SettingMistakes = { mistakes: string[] };

/**
 * Reads the settings from an environment. `NAME_FILE` names a file that holds the value (for secrets of a container platform).
 * All mistakes are reported together; the value of a secret is never repeated.
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  readFile: (path: string) => string,
): { settings: Settings } | SettingMistakes {
  const mistakes: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [key, declaration] of Object.entries(settingTable)) {
    const raw = rawValue(declaration.name, environment, readFile, mistakes);
    const value = raw === undefined || raw === '' ? declaration.byDefault : declaration.read(raw);
    if (value === undefined && raw)
      mistakes.push(`${declaration.name}${'secret' in declaration ? '' : `=${raw}`}: expected ${declaration.expected}.`);
    settings[key] = value;
  }
  const complete = settings as Settings;
  mistakes.push(...missing(complete, environment));
  return mistakes.length ? { mistakes } : { settings: complete };
}

function rawValue(name: string, environment: Record<string, string | undefined>, readFile: (path: string) => string, mistakes: string[]) {
  const file = environment[`${name}_FILE`];
  if (!file || name === 'NODE_ENV') return environment[name];
  try {
    return readFile(file).replace(/\r?\n$/, '');
  } catch {
    mistakes.push(`${name}_FILE=${file}: this file cannot be read.`);
    return undefined;
  }
}

function missing(settings: Settings, environment: Record<string, string | undefined>): string[] {
  const given = (name: string) => Boolean(environment[name] || environment[`${name}_FILE`]);
  const mistakes: string[] = [];
  if (settings.production && !given('PFORTE_BASE_URL')) {
    mistakes.push('PFORTE_BASE_URL is required in production: links in mails start with it (for example https://portal.example.com).');
  }
  if (settings.production && !given('PFORTE_SECRET_KEY')) {
    mistakes.push(
      'PFORTE_SECRET_KEY is required in production: it encrypts stored secrets (at least 32 random characters; keep it with your backups).',
    );
  }
  if (given('PFORTE_ADMIN_EMAIL') !== given('PFORTE_ADMIN_PASSWORD')) {
    mistakes.push('PFORTE_ADMIN_EMAIL and PFORTE_ADMIN_PASSWORD belong together: set both or neither.');
  }
  return mistakes;
}
