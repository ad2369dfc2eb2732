import type { Work } from '../../platform/work.ts';
import { type AccountId, lockAccount, raiseGeneration } from '../account/index.ts';
import type { CustomerId, CustomerTools } from '../customer/index.ts';
import { withdrawMails } from '../mail/index.ts';
import { endSessions } from '../session/index.ts';
import { listAccountsOnlyOf } from './company-store.ts';

/** What happens to people when their company is switched off. */
export const companyPeople: CustomerTools = {
  countPeopleOf: async ({ tx, workspace }, customerId) => (await listAccountsOnlyOf(tx, workspace.id, customerId)).length,
  shutOutPeopleOf,
};

/** Whoever acts for another company that is switched on stays signed in, and is turned away where it was only for this one. */
async function shutOutPeopleOf(work: Work, customerId: CustomerId): Promise<number> {
  const accountIds = await listAccountsOnlyOf(work.tx, work.workspace.id, customerId);
  for (const accountId of accountIds) await endEverything(work, accountId);
  return accountIds.length;
}

async function endEverything({ tx, now, workspace }: Work, accountId: AccountId): Promise<void> {
  await lockAccount(tx, workspace.id, accountId);
  await raiseGeneration(tx, workspace.id, accountId);
  await endSessions(tx, workspace.id, accountId, {}, now);
  await withdrawMails(tx, { workspaceId: workspace.id, accountId, onlyWithLink: true, cause: 'blocked', now });
}
