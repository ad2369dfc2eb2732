import { later } from '../../platform/clock.ts';
import { refusing } from '../../platform/constraint.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, type Closure, freeUnprovenName, linkRefusal, listAccessesOfAccount, refuseAccess } from '../access/index.ts';
import { type Account, accountNameKey, awaitAddress, changeAddress, firstAccountName } from '../account/index.ts';
import { issueLink } from '../link/index.ts';
import { findImpossibility, type MailImpossibility, type MailOutcome, sendNotice, withdrawMails } from '../mail/index.ts';
import { findPortal, linkUrl, mailPortal, type PortalId } from '../portal/index.ts';
import { findLoginAt, lockAddress } from './login-address-store.ts';
import { mailPersonOf } from './person.ts';

/** Where a login shall be led, and who says so; `portalId`: whose mails tell of it. */
export type AddressOrder = { email: string; by: 'staff' | 'oneself'; portalId?: PortalId };

/** A change that waits for the new address (`until`), or cannot begin, because no mail would ask for the confirmation. */
export type AddressRequest =
  | { state: 'awaits-confirmation'; email: string; previous: string; until: Date; confirmation: MailOutcome; notice: MailOutcome }
  | { state: 'not-possible'; email: string; reason: MailImpossibility | Closure };

/** Whoever has come in once owns the login: from then on another address counts only after it was confirmed. */
export const isOwned = (account: Pick<Account, 'hasPassword'>, accesses: readonly Pick<AccessWithFacts, 'registeredAt'>[]): boolean =>
  account.hasPassword || accesses.some(({ registeredAt }) => registeredAt !== null);

const taken = () => refuseAccess('account-name-taken', { pointer: '/email' });

/** Refuses an address that another login of the same portals has (B078); of two that want it at the same moment, the second. */
export async function mustBeFree({ tx, workspace }: Work, accountId: Account['id'], email: string): Promise<void> {
  if (!(await isFree({ tx, workspace }, accountId, email))) throw taken();
}

async function isFree({ tx, workspace }: Pick<Work, 'tx' | 'workspace'>, accountId: Account['id'], email: string): Promise<boolean> {
  await lockAddress(tx, workspace.id, email);
  return (await findLoginAt(tx, workspace.id, accountId, email)) === undefined;
}

/** How a login comes to its new address: staff correct it before anybody has used it, or over its owner's head; or the owner has confirmed it. */
export type Move = { by: 'staff' | 'override' | 'confirmation'; reason?: string; takesName?: boolean };

/**
 * Leads a login to another address now: mails go to the new one only, open links and sessions end (rule 5), and links that still wait for the old address
 * never leave; notices do, because their reader may be the only one who notices a theft. The account name follows while nobody has used it yet and it was
 * the old address, or where its owner wishes so; otherwise it stays (B052). The caller holds the account's lock. Refuses an address of somebody else.
 */
export async function moveLogin(work: Work, account: Account, email: string, { by, reason, takesName }: Move): Promise<void> {
  const { tx, now, workspace, record } = work;
  await mustBeFree(work, account.id, email);
  const followsName = takesName ?? (by === 'staff' && accountNameKey(account.accountName) === accountNameKey(account.email));
  if (followsName && accountNameKey(email) !== accountNameKey(account.accountName)) await freeUnprovenName(work, email);
  await refusing(changeAddress(tx, workspace.id, account.id, { email, ...(followsName && { accountName: firstAccountName(email) }) }), {
    one_account_name: taken,
  });
  await withdrawMails(tx, { workspaceId: workspace.id, accountId: account.id, onlyWithLink: true, cause: 'address-changed', now });
  record(
    'account.address-changed',
    { type: 'account', id: account.id },
    {
      after: { by, hasPassword: account.hasPassword, accountNameFollows: followsName },
      personal: {
        before: { email: account.email, accountName: account.accountName },
        after: { email, ...(reason !== undefined && { reason }) },
      },
    },
  );
}

/**
 * Asks the new address for its confirmation; until then everything stays, and mails go where they went. The address before is told at once. A later request
 * takes the place of an earlier one. Nothing begins while the mail with the link could not be sent (B015, B017, B025). Somebody who asks for themselves is
 * not told that an address belongs to somebody else: then nothing is sent there (rule 9). The caller holds the account's lock.
 */
export async function requestAddress(work: Work, account: Account, { email, by, portalId }: AddressOrder): Promise<AddressRequest> {
  const { tx, now, workspace, record } = work;
  const access = await accessToTellBy(work, account, portalId);
  const denied = access && linkRefusal(access, now);
  if (denied) return { state: 'not-possible', email, reason: denied };
  const impossible = await findImpossibility(tx, workspace.id, 'email_change_confirm', email);
  if (impossible) return { state: 'not-possible', email, reason: impossible };
  const portal = access && (await findPortal(tx, workspace.id, access.portalId));
  if (!access || !portal) throw new Error('A login without access was to be led to another address.');
  const free = await isFree(work, account.id, email);
  if (!free && by === 'staff') throw taken();

  const until = later(now, workspace.lifetimes.emailChange);
  const lifetime = workspace.lifetimes.emailChange;
  const link = await issueLink(work, { accountId: account.id, portalId: portal.id, purpose: 'e-mail-change', lifetime });
  await awaitAddress(tx, workspace.id, account.id, { newEmail: email, newEmailUntil: until });
  const person = await mailPersonOf(work, access);
  const { title, firstName, lastName } = person.person;
  const actor = by === 'staff' ? workspace.name : [title, firstName, lastName].filter(Boolean).join(' ');
  const mail = {
    ...person,
    accountName: account.accountName,
    accountId: account.id,
    portal: mailPortal(workspace, portal),
    newAddress: email,
    details: { actor },
  };
  const notice = await sendNotice(work, { ...mail, template: 'email_change_requested', address: account.email });
  const confirmation: MailOutcome = free
    ? await work.send({
        ...mail,
        template: 'email_change_confirm',
        address: email,
        link: { id: link.id, url: linkUrl(workspace, portal, link.secret), expiresAt: link.expiresAt, timeZone: portal.timeZone },
      })
    : notice;
  record(
    'email-change.requested',
    { type: 'account', id: account.id },
    { after: { by, until, ...(!free && { reason: 'address-taken' }) }, personal: { before: { email: account.email }, after: { email } } },
  );
  return { state: 'awaits-confirmation', email, previous: account.email, until, confirmation, notice };
}

/** The portal that was named, else the first one that lets the person in, else the first. */
async function accessToTellBy(
  { tx, now, workspace }: Work,
  account: Account,
  portalId: PortalId | undefined,
): Promise<AccessWithFacts | undefined> {
  const accesses = await listAccessesOfAccount(tx, workspace.id, account.id);
  const named = accesses.find((access) => access.portalId === portalId);
  return named ?? accesses.find((access) => !linkRefusal(access, now)) ?? accesses[0];
}
