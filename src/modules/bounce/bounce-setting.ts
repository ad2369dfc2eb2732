import { addressFaultPhrase, isAddress, parseAddress } from '../../platform/address.ts';
import { readHost } from '../../platform/host.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { FieldRefusal } from '../../platform/refusal.ts';
import { openOrUndefined, type Vault } from '../../platform/secret.ts';
import { isLoopbackHost } from '../../platform/settings.ts';
import type { Work } from '../../platform/work.ts';
import { changeReturnPath, getReturnPath, holdReturnPath, longestTaggedName } from '../mail/index.ts';
import { type Limit, takeTry } from '../throttle/index.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MailboxTarget } from './mailbox/session.ts';
import { fieldPhrases } from './phrases.ts';
import { refuse } from './refusals.ts';
import { type ChosenMailbox, deleteMailbox, findMailbox, lockMailbox, type StoredMailbox, saveMailbox } from './store.ts';
import { askSubAddresses } from './sub-addresses.ts';

/** A mailbox as people type it. Without `password` the stored one stays, as long as it would go to the same server. */
export type TypedMailbox = {
  host: string;
  port: number;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  password?: string | undefined;
  folder: string;
  afterReading: 'keep' | 'delete';
  /** Whether each mail is to carry its own tag in the return path. */
  subAddresses: boolean;
};

/** Where bounces go (the return path of every mail), and the mailbox that they are read from; each may be absent. */
export type TypedSetting = { address: string | null; mailbox: TypedMailbox | null };

/** The settings with what the last reading found. Holds the sealed password. `version` counts people's changes. */
export type StoredSetting = { version: number; address: string | null; mailbox: StoredMailbox | undefined };

/** What the password of a mailbox is sealed for: it opens in this workspace's row only. */
export const passwordContext = (workspaceId: WorkspaceId): string => `bounce-mailbox.password:${workspaceId}`;

export async function getBounceSetting(work: Work): Promise<StoredSetting> {
  const { returnPath, bounceVersion } = await getReturnPath(work);
  return { version: bounceVersion, address: returnPath, mailbox: await findMailbox(work.tx, work.workspace.id) };
}

/** Saves both; a mailbox is read from the next minute on. Refuses `settings-invalid`, and what was made on an older state. */
export async function changeBounceSetting(
  work: Work,
  typed: TypedSetting,
  { vault, expectedVersion }: { vault: Vault; expectedVersion?: number | undefined },
): Promise<void> {
  const { tx, now, workspace, record } = work;
  const stored = await lockMailbox(tx, workspace.id);
  const { returnPath, returnPathTags, bounceVersion } = await holdReturnPath(work);
  mustBeFresh(bounceVersion, expectedVersion);
  const address = readAddress(typed);
  const chosen = typed.mailbox && choose(typed.mailbox, stored, { vault, workspaceId: workspace.id, pointer: '/mailbox' });
  const isSame = stored !== undefined && chosen !== null && isSamePlace(chosen, stored);
  // What was found out about sub-addresses holds for this address in this mailbox.
  const isAsked = isSame && address === returnPath && chosen.subAddresses && stored.subAddresses;

  await changeReturnPath(work, { returnPath: address, returnPathTags: returnPathTags && isAsked });
  if (chosen) await saveMailbox(tx, workspace.id, { chosen, nextReadAt: now, fromStart: !isSame, askAnew: !isAsked });
  else if (stored) await deleteMailbox(tx, workspace.id);
  if (chosen?.subAddresses && !isAsked) await askSubAddresses(work, vault);
  record(
    'bounce-setting.changed',
    { type: 'workspace', id: workspace.id },
    {
      before: shownOf({ address: returnPath, mailbox: stored }),
      after: { ...shownOf({ address, mailbox: chosen ?? undefined }), ...(typed.mailbox?.password && { passwordChanged: true }) },
    },
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
  const password = openOrUndefined(vault, chosen.sealedPassword, passwordContext(workspace.id));
  return password === undefined ? 'password-unreadable' : { host, port, encryption, userName, folder, password };
}

type Choosing = { vault: Vault; workspaceId: WorkspaceId; pointer: string };

/** The stored password only ever goes to the server that it was stored for. */
function choose(typed: TypedMailbox, stored: StoredMailbox | undefined, { vault, workspaceId, pointer }: Choosing): ChosenMailbox {
  const { password, ...rest } = typed;
  const host = readHost(typed.host);
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
  const name = parsed.address.slice(0, parsed.address.lastIndexOf('@'));
  if (mailbox?.subAddresses && Buffer.byteLength(name) > longestTaggedName)
    throw refused('bounce.address-long', fieldPhrases['address-long']);
  return parsed.address;
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
  subAddresses: mailbox?.subAddresses ?? null,
});
