import type { Kysely } from 'kysely';
import type { Log } from '../../platform/log.ts';
import type { Vault } from '../../platform/secret.ts';
import type { Perform, Work } from '../../platform/work.ts';
import { type AccessId, admission, findAccess, isDeactivated, markSignedIn } from '../access/index.ts';
import { type AccountKind, accountNameKey, type Credential, findCredential, renewHash } from '../account/index.ts';
import type { PasswordHasher } from '../password/index.ts';
import type { Portal } from '../portal/index.ts';
import type { Schema } from '../schema.ts';
import { type StartedSession, startSession } from '../session/index.ts';
import { type BrowserOwner, countSuccess, markBrowser, readMark, signInLimit, stillKnown, type Try, takeTry } from '../throttle/index.ts';
import { findUserOfAccount, mayUserSignIn } from '../user/index.ts';
import { refuse } from './refusals.ts';

/** What a sign-in needs besides a transaction: hashing happens outside one, so that no connection waits for it. */
export type SignInTools = { db: Kysely<Schema>; hasher: PasswordHasher; log: Log; vault: Vault };

/** Who knocks, with what, from where; `portal` for portal people, none for staff. */
export type Knock = {
  accountName: string;
  password: string;
  remember: boolean;
  device: string;
  network: string;
  portal: Portal | undefined;
  /** What this browser kept after an earlier sign-in, as it came. */
  mark: string | undefined;
};

/** A sign-in that succeeded; `mark` is for the browser to keep, so that its next tries are counted apart from its network's. */
export type SignedIn = StartedSession & { accountId: Credential['accountId']; mark: string };

/**
 * Signs in with account name and password. Known and unknown names take the same way: the same statements, the same hash, the same events (rule 9).
 * Refuses: slowed down, wrong credentials, and only after correct ones „Benutzer deaktiviert“ (B118).
 */
export async function signIn(
  { db, hasher, log, vault }: SignInTools,
  { perform, workspaceId }: { perform: Perform; workspaceId: Work['workspace']['id'] },
  knock: Knock,
): Promise<SignedIn> {
  const kind: AccountKind = knock.portal ? 'portal' : 'staff';
  const owner: BrowserOwner = { workspaceId, account: `${kind}:${accountNameKey(knock.accountName)}` };
  const attempt = await perform(async (work) => {
    const browser = await stillKnown(work, owner.account, readMark(vault, owner, work.now, knock.mark));
    return takeTry(work, signInLimit, { account: owner.account, network: knock.network, browser });
  });

  const credential = await findCredential(db, workspaceId, kind, knock.accountName);
  const { matches, outdated } = await hasher.verify(knock.password, credential?.passwordHash ?? null);
  if (!credential || !matches) {
    await perform(fail, knock.network, credential);
    throw refuse('wrong-credentials');
  }

  const signedIn = await perform(async (work) => {
    const session = await admit(work, attempt, credential, kind, knock);
    return { ...session, accountId: credential.accountId, mark: markBrowser(vault, owner, work.now, attempt.subject.browser) };
  });
  if (outdated) await renew({ hasher, log }, perform, credential, knock.password);
  return signedIn;
}

/** A failure is logged whether or not the name exists, with the same statements; it was counted before the password was looked at. */
async function fail({ workspace, record }: Work, network: string, credential: Credential | undefined): Promise<void> {
  const known = credential ? { type: 'account', id: credential.accountId } : { type: 'workspace', id: workspace.id };
  record('sign-in.failed', known, { after: { known: Boolean(credential) }, personal: { network } });
}

async function admit(work: Work, attempt: Try, credential: Credential, kind: AccountKind, knock: Knock): Promise<StartedSession> {
  const accessId = knock.portal ? await mustBeAdmitted(work, credential, knock.portal) : await mustBeUser(work, credential);

  const session = await startSession(work, { ...credential, kind, remember: knock.remember, device: knock.device, network: knock.network });
  if (!session) throw refuse('wrong-credentials');
  if (accessId) await markSignedIn(work.tx, work.workspace.id, accessId, work.now);
  await countSuccess(work, attempt);
  return session;
}

async function mustBeAdmitted({ tx, now, workspace, record }: Work, { accountId }: Credential, portal: Portal): Promise<AccessId> {
  const access = await findAccess(tx, workspace.id, accountId, portal.id);
  if (!access) {
    record('sign-in.denied', { type: 'account', id: accountId }, { after: { reasons: ['no-access'], portalId: portal.id } });
    throw refuse('no-access-here', { keepChanges: true });
  }
  const verdict = admission(access, now);
  if (verdict.admitted) return access.id;
  record('sign-in.denied', { type: 'access', id: access.id }, { after: { reasons: verdict.reasons } });
  throw refuse(isDeactivated(verdict) ? 'deactivated' : 'no-access-here', { keepChanges: true });
}

async function mustBeUser({ tx, workspace, record }: Work, { accountId }: Credential): Promise<undefined> {
  const user = await findUserOfAccount(tx, workspace.id, accountId);
  if (!user) throw refuse('wrong-credentials');
  if (mayUserSignIn(user)) return undefined;
  record('sign-in.denied', { type: 'user', id: user.id }, { after: { reasons: ['blocked'] } });
  throw refuse('deactivated', { keepChanges: true });
}

/** An older hash is replaced after a sign-in that proved the password (rule 25). Whoever is signed in stays so when this fails: the next sign-in tries again. */
async function renew(
  { hasher, log }: Pick<SignInTools, 'hasher' | 'log'>,
  perform: Perform,
  { accountId, generation }: Credential,
  password: string,
): Promise<void> {
  try {
    const passwordHash = await hasher.hash(password);
    await perform(({ tx, workspace }) => renewHash(tx, workspace.id, accountId, generation, passwordHash));
  } catch (error) {
    log.warn({ err: error, accountId }, 'an older password hash was not renewed');
  }
}
