import type { Work } from '../../platform/work.ts';
import { type AccessWithFacts, admission, findAccess } from '../access/index.ts';
import type { AccountId } from '../account/index.ts';
import type { ActingUser } from '../audit/index.ts';
import { type Contact, findContact } from '../contact/index.ts';
import { type Area, type CompanyChoice, listAreas, type Portal } from '../portal/index.ts';
import type { SessionId } from '../session/index.ts';
import { type Company, listAreaIdsOfContact, listCompanies } from './company-store.ts';

/**
 * Somebody who is signed in to a portal and admitted now. Whoever acts for several companies looks through one of them: `contact` is theirs there, and
 * `areas` are those of this company alone. While nobody is assigned, there is neither (B122).
 */
export type Visitor = { access: AccessWithFacts; contact: Contact | undefined; companies: CompanyChoice[]; areas: Area[] };

/** Who asks: the account, in which session, and the user who acts in its name. */
export type Guest = { accountId: AccountId; sessionId: SessionId | null; actingUser?: ActingUser | undefined };

/** What a signed-in account may see of a portal. `undefined`: not admitted here (any more); asked at every request, so a block or an expiry bites at once. */
export async function findVisitor(
  { tx, now, workspace }: Pick<Work, 'tx' | 'now' | 'workspace'>,
  portal: Portal,
  { accountId, sessionId, actingUser }: Guest,
): Promise<Visitor | undefined> {
  const access = await findAccess(tx, workspace.id, accountId, portal.id);
  if (!access || !admission(access, now).admitted) return undefined;
  // A user who acts as somebody was let in through one access.
  if (actingUser && actingUser.accessId !== access.id) return undefined;

  const companies = access.pending ? [] : await listCompanies(tx, workspace.id, access.id, sessionId);
  const inView = companies.find(({ chosen }) => chosen) ?? companies[0];
  if (!inView) return { access, contact: undefined, companies: [], areas: [] };
  const areaIds = await listAreaIdsOfContact(tx, workspace.id, access.id, inView.contactId);
  const areas = await listAreas(tx, workspace.id, [portal.id]);
  return {
    access,
    contact: await findContact(tx, workspace.id, inView.contactId),
    companies: choicesOf(companies, inView),
    areas: areas.filter(({ id }) => areaIds.includes(id)),
  };
}

/** A company is told by its name; one that stands there twice, by the person's name in it too. */
function choicesOf(companies: readonly Company[], inView: Company): CompanyChoice[] {
  return companies.map((one) => {
    const isTwice = companies.some((other) => other !== one && other.company === one.company);
    const name = [one.title, one.firstName, one.lastName].filter(Boolean).join(' ');
    return { contactId: one.contactId, label: isTwice ? `${one.company} (${name})` : one.company, inView: one === inView };
  });
}
