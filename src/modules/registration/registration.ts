import { later } from '../../platform/clock.ts';
import type { Id } from '../../platform/id.ts';
import type { Variant } from '../../platform/phrases.ts';
import type { Access } from '../access/index.ts';
import type { Account, AccountId } from '../account/index.ts';
import type { Portal, PortalId } from '../portal/index.ts';

export type RegistrationId = Id<'registration'>;

/** Which wording somebody agreed to. */
export type AgreedTo = { key: string; version: number };

/** What somebody typed into the form, besides address and password. What the portal does not ask for is `null`. */
export type Typed = {
  salutation: 'frau' | 'herr' | null;
  firstName: string;
  lastName: string;
  customerNumber: string | null;
  postalCode: string | null;
  companyName: string | null;
  consents: AgreedTo[];
  variant: Variant;
};

/** A form that was sent, before anybody looked whose address it names. */
export type RegistrationRequest = Typed & {
  id: Id<'registration-request'>;
  portalId: PortalId;
  /** The stored form (rule 10). */
  email: string;
  passwordHash: string;
  requestedAt: Date;
};

/** A registration that waits for its mailbox to be proven, or has been. */
export type Registration = Typed & {
  id: RegistrationId;
  accountId: AccountId;
  portalId: PortalId;
  /** `null`: the account has a password of its own, or has changed since; then only a new one can be set. */
  passwordHash: string | null;
  requestedAt: Date;
  /** When the last mail with a link was left. */
  mailedAt: Date;
  activatedAt: Date | null;
  /** When nothing that we know fitted what was typed, in a portal that then lets nobody in. */
  refusedAt: Date | null;
};

/** A name as it is read: „Anna Amsel“. */
export const fullName = ({ firstName, lastName }: Pick<Typed, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** What the form asks for besides what every registration needs. */
export type AskedFor = { customerNumber: boolean; postalCode: boolean; companyName: boolean };

export const askedFor = ({ identifiers, selfRegistration }: Pick<Portal, 'identifiers' | 'selfRegistration'>): AskedFor => ({
  customerNumber: identifiers.includes('customer-number'),
  postalCode: identifiers.includes('name-and-postcode'),
  companyName: selfRegistration === 'match-or-create',
});

/** Whether a portal takes addresses of this domain. It depends on the domain alone and so may be said at once. A subdomain counts with its domain. */
export function takesDomainOf(
  { allowedDomains, refusedDomains }: Pick<Portal, 'allowedDomains' | 'refusedDomains'>,
  address: string,
): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const isIn = (domains: readonly string[]) => domains.some((one) => domain === one || domain.endsWith(`.${one}`));
  return !isIn(refusedDomains) && (!allowedDomains.length || isIn(allowedDomains));
}

/**
 * Whether a registration still waits for its link: the access that it made, or, where the account has a password from another portal, the one that it will
 * make. Access that staff gave meanwhile is none of its business any more.
 */
export const isWaiting = (
  { activatedAt }: Pick<Registration, 'activatedAt'>,
  account: Pick<Account, 'hasPassword'>,
  access: Pick<Access, 'origin' | 'registeredAt'> | undefined,
): boolean =>
  activatedAt === null && (access ? access.origin === 'self-registration' && access.registeredAt === null : account.hasPassword);

/** How long until another mail may follow the last one, in seconds; 0: now. `cooldown` in milliseconds. */
export const secondsToWait = (mailedAt: Date, cooldown: number, now: Date): number =>
  Math.max(0, Math.ceil((later(mailedAt, cooldown).getTime() - now.getTime()) / 1000));
