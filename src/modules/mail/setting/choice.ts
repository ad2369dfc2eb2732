import { addressFaultPhrase, isAddress, parseAddress } from '../../../platform/address.ts';
import { readHost } from '../../../platform/host.ts';
import type { FieldRefusal } from '../../../platform/refusal.ts';
import { isLoopbackHost } from '../../../platform/settings.ts';
import type { TransportKind } from '../mail.ts';
import { refuse } from '../refusals.ts';
import { oneLine } from '../template/wording.ts';
import { type FieldFault, fieldFaultPhrases } from './field-faults.ts';
import { type LetterTexts, letterTextNames, type StoredSetting } from './setting-store.ts';
import { type Encryption, usualPort } from './smtp-url.ts';

/** What somebody typed. What is left out stays as it is stored. */
export type Typed = Partial<LetterTexts> & {
  transport?: TransportKind;
  host?: string | null;
  port?: number | null;
  encryption?: Encryption | null;
  userName?: string | null;
  password?: string | null;
  senderName?: string;
  senderAddress?: string;
  replyTo?: string | null;
  bcc?: string | null;
};

/** Settings as they would be after saving. */
export type Choice = LetterTexts & {
  transport: TransportKind;
  host: string | null;
  port: number | null;
  encryption: Encryption | null;
  userName: string | null;
  /** `kept`: the stored one, which goes to the server that it was stored for and to no other. */
  password: { typed: string } | 'kept' | 'none';
  senderName: string;
  senderAddress: string;
  replyTo: string | null;
  bcc: string | null;
};

type Faults = { add(field: string, fault: FieldFault): void; list: FieldRefusal[] };

/** Lays what was typed over what is stored. Refuses `settings-invalid` with a sentence at every field that cannot be right. */
export function choose(stored: StoredSetting, typed: Typed): Choice {
  const list: FieldRefusal[] = [];
  const faults: Faults = {
    list,
    add: (field, fault) => list.push({ pointer: `/${field}`, code: `mail.${fault}`, phrase: fieldFaultPhrases[fault] }),
  };
  const transport = typed.transport ?? stored.transport;
  const server = serverOf(stored, typed, { transport, faults });
  const choice: Choice = {
    transport,
    ...server,
    password: passwordOf(stored, typed, { server, transport, faults }),
    senderName: oneLine(typed.senderName ?? stored.senderName),
    senderAddress: addressOf('senderAddress', typed.senderAddress ?? stored.senderAddress, faults) ?? stored.senderAddress,
    replyTo: addressOf('replyTo', typed.replyTo === undefined ? stored.replyTo : typed.replyTo, faults),
    bcc: addressOf('bcc', typed.bcc === undefined ? stored.bcc : typed.bcc, faults),
    ...textsOf(stored, typed),
  };
  if (choice.senderName === '') faults.add('senderName', 'sender-name-missing');
  if (isEncodedWord(choice.senderName)) faults.add('senderName', 'sender-name-encoded');
  const leaves = transport !== 'test-mailbox' && transport !== 'none';
  if (leaves && /\.(invalid|test|localhost)$/.test(choice.senderAddress)) faults.add('senderAddress', 'sender-reserved');
  if (list.length) throw refuse('settings-invalid', { fields: list });
  return choice;
}

/** What mail programs read as other characters than stand there (RFC 2047), though nobody may put it between quotes. */
const isEncodedWord = (text: string): boolean => /=\?.*\?[bq]\?.*\?=/i.test(text);

type Server = Pick<Choice, 'host' | 'port' | 'encryption' | 'userName'>;
type Place = { transport: TransportKind; faults: Faults };

function serverOf(stored: StoredSetting, typed: Typed, { transport, faults }: Place): Server {
  const needed = transport === 'smtp';
  const host = typed.host === undefined ? stored.host : judgedHost(typed.host, faults);
  if (needed && !host && !faults.list.length) faults.add('host', 'host-missing');
  const chosen = typed.encryption === undefined ? stored.encryption : typed.encryption;
  const encryption = chosen ?? (host ? (isLoopbackHost(host) ? 'none' : 'starttls') : null);
  if (needed && host && encryption === 'none' && !isLoopbackHost(host)) faults.add('encryption', 'encryption-required');
  const asBefore = encryption === stored.encryption && host === stored.host;
  const port = typed.port === undefined && asBefore ? stored.port : (typed.port ?? null);
  return {
    host,
    port: port ?? (host && encryption ? usualPort(encryption, host) : null),
    encryption,
    userName: typed.userName === undefined ? stored.userName : typed.userName,
  };
}

function judgedHost(typed: string | null, faults: Faults): string | null {
  if (!typed) return null;
  const host = readHost(typed);
  if (!host) faults.add('host', 'host-invalid');
  return host ?? null;
}

/** Whoever may change the server must not learn its password by naming another server for it. */
function passwordOf(stored: StoredSetting, typed: Typed, { server, transport, faults }: Place & { server: Server }): Choice['password'] {
  if (typeof typed.password === 'string') {
    if (!server.userName) faults.add('userName', 'user-name-missing');
    return { typed: typed.password };
  }
  if (!server.userName) return 'none';
  if (typed.password === undefined && stored.sealedPassword) {
    if (!isSameServer(stored, server)) faults.add('password', 'password-again');
    return 'kept';
  }
  if (transport === 'smtp') faults.add('password', 'password-missing');
  return 'none';
}

const isSameServer = (one: Server, other: Server): boolean =>
  one.host === other.host && one.port === other.port && one.encryption === other.encryption && one.userName === other.userName;

function addressOf(field: string, text: string | null, { list }: Faults): string | null {
  if (text === null) return null;
  const parsed = parseAddress(text);
  if (isAddress(parsed)) return parsed.address;
  list.push({ pointer: `/${field}`, code: 'mail.invalid-address', phrase: addressFaultPhrase[parsed.fault] });
  return null;
}

const textsOf = (stored: StoredSetting, typed: Typed): LetterTexts =>
  Object.fromEntries(letterTextNames.map((name) => [name, typed[name] === undefined ? stored[name] : typed[name]])) as LetterTexts;
