import { domainToASCII } from 'node:url';
import { addressFaultPhrase, isAddress, parseAddress } from '../../platform/address.ts';
import type { FieldRefusal } from '../../platform/refusal.ts';
import type { Vault } from '../../platform/secret.ts';
import { isLoopbackHost } from '../../platform/settings.ts';
import type { Work } from '../../platform/work.ts';
import { changeReturnPath, getReturnPath } from '../mail/index.ts';
import { type Limit, takeTry } from '../throttle/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MailboxTarget } from './mailbox/session.ts';
import { fieldPhrases } from './phrases.ts';
import { refuse } from './refusals.ts';
import { type ChosenMailbox, deleteMailbox, findMailbox, lockMailbox, type StoredMailbox, saveMailbox } from './store.ts';

/** A mailbox as people type it. Without `password` the stored one stays, as long as it would go to the same server. */
export type TypedMailbox = {
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  password?: string | undefined;
  folder: string;
  afterReading: 'keep' | 'delete';
};

/** Where bounces go (the return path of every mail), and the mailbox that they are read from; each may be absent. */
export type TypedSetting = { address: string | null; mailbox: TypedMailbox | null };

/** The settings with what the last reading found. Holds the sealed password. */
export type StoredSetting = { address: string | null; mailbox: StoredMailbox | undefined };

/** What the password of a mailbox is sealed for: it opens in this workspace's row only. */
export const passwordContext = (workspaceId: WorkspaceId): string => `bounce-mailbox.password:${workspaceId}`;

export async function getBounceSetting(work: Work): Promise<StoredSetting> {
  return { address: await getReturnPath(work), mailbox: await findMailbox(work.tx, work.workspace.id) };
}

/** Saves both; a mailbox is read from the next minute on. Refuses `settings-invalid`. */
export async function changeBounceSetting(work: Work, typed: TypedSetting, vault: Vault): Promise<void> {
  const { tx, now, workspace, record } = work;
  const stored = await lockMailbox(tx, workspace.id);
  const before = { address: await getReturnPath(work), mailbox: stored };
  const address = readAddress(typed);
  const chosen = typed.mailbox && choose(typed.mailbox, stored, { vault, workspaceId: workspace.id, pointer: '/mailbox' });

  await changeReturnPath(work, address);
  if (chosen) await saveMailbox(tx, workspace.id, { chosen, nextReadAt: now, fromStart: !stored || !isSamePlace(chosen, stored) });
  else if (stored) await deleteMailbox(tx, workspace.id);
  const after = { address, mailbox: chosen ?? undefined };
  record(
    'bounce-setting.changed',
    { type: 'workspace', id: workspace.id },
    { before: shownOf(before), after: { ...shownOf(after), ...(typed.mailbox?.password && { passwordChanged: true }) } },
  );
}

/** A button that makes this server talk to others is not pressed without end. */
const checkLimit: Limit = {
  name: 'bounce-check',
  plans: { account: { freeTries: 15, firstPauseSeconds: 5, longestPauseSeconds: 300, drainSeconds: 20 } },
};

/**
 * Reads what is to be tried and counts the try; the trying itself comes after this transaction. Without `typed` it is what is stored.
 * Refuses `settings-invalid`, `nothing-to-check` and `throttle.slow-down`.
 */
export async function planMailboxCheck(
  work: Work,
  typed: TypedMailbox | undefined,
  { vault, network }: { vault: Vault; network: string },
): Promise<MailboxTarget | 'password-unreadable'> {
  const { tx, workspace, actor } = work;
  const stored = await findMailbox(tx, workspace.id);
  const chosen = typed ? choose(typed, stored, { vault, workspaceId: workspace.id, pointer: '/mailbox' }) : stored;
  if (!chosen) throw refuse('nothing-to-check');
  await takeTry(work, checkLimit, { account: `${checkLimit.name}:${actor.kind === 'user' ? actor.userId : actor.kind}`, network });
  const { host, port, encryption, userName, folder } = chosen;
  const password = opened(vault, workspace.id, chosen.sealedPassword);
  return password === undefined ? 'password-unreadable' : { host, port, encryption, userName, folder, password };
}

function opened(vault: Vault, workspaceId: WorkspaceId, sealed: Buffer): string | undefined {
  try {
    return vault.open(sealed, passwordContext(workspaceId));
  } catch {
    return undefined;
  }
}

type Choosing = { vault: Vault; workspaceId: WorkspaceId; pointer: string };

/** The stored password only ever goes to the server that it was stored for. */
function choose(typed: TypedMailbox, stored: StoredMailbox | undefined, { vault, workspaceId, pointer }: Choosing): ChosenMailbox {
  const { password, ...rest } = typed;
  const host = hostOf(typed.host);
  const chosen = { ...rest, host: host ?? '' };
  const isKept = stored && isSameServer(chosen, stored);
  const faults: FieldRefusal[] = [];
  const fault = (field: string, code: keyof typeof fieldPhrases) =>
    faults.push({ pointer: `${pointer}/${field}`, code: `bounce.${code}`, phrase: fieldPhrases[code] });
  if (!host) fault('host', 'host-invalid');
  if (host && typed.encryption === 'none' && !isLoopbackHost(host)) fault('encryption', 'encryption-required');
  if (password === undefined && !isKept) fault('password', stored ? 'password-again' : 'password-missing');
  if (faults.length) throw refuse('settings-invalid', { fields: faults });
  const sealedPassword = password === undefined ? stored?.sealedPassword : vault.seal(password, passwordContext(workspaceId));
  return { ...chosen, sealedPassword: sealedPassword ?? Buffer.alloc(0) };
}

function readAddress({ address, mailbox }: TypedSetting): string | null {
  const refused = (code: string, phrase: FieldRefusal['phrase']) =>
    refuse('settings-invalid', { fields: [{ pointer: '/address', code, phrase }] });
  if (address === null) {
    if (mailbox) throw refused('bounce.address-missing', fieldPhrases['address-missing']);
    return null;
  }
  const parsed = parseAddress(address);
  if (!isAddress(parsed)) throw refused(`address.${parsed.fault}`, addressFaultPhrase[parsed.fault]);
  return parsed.address;
}

function hostOf(typed: string): string | undefined {
  const bare = typed.replace(/^\[(.*)\]$/, '$1');
  if (/^[0-9a-f:.]+$/i.test(bare) && bare.includes(':')) return bare;
  const host = domainToASCII(bare.toLowerCase());
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host) ? host : undefined;
}

type Server = Pick<ChosenMailbox, 'host' | 'port' | 'encryption' | 'userName'>;
const isSameServer = (one: Server, other: Server) =>
  one.host === other.host && one.port === other.port && one.encryption === other.encryption && one.userName === other.userName;
const isSamePlace = (one: Server & { folder: string }, other: Server & { folder: string }) =>
  one.host === other.host && one.userName === other.userName && one.folder === other.folder;

const shownOf = ({ address, mailbox }: { address: string | null; mailbox: ChosenMailbox | undefined }) => ({
  returnPath: address,
  host: mailbox?.host ?? null,
  port: mailbox?.port ?? null,
  encryption: mailbox?.encryption ?? null,
  userName: mailbox?.userName ?? null,
  folder: mailbox?.folder ?? null,
  afterReading: mailbox?.afterReading ?? null,
});
