import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Work } from '../../platform/work.ts';
import type { AccountId } from '../account/index.ts';
import type { CompanyChoice } from '../portal/index.ts';
import { type SessionId, saveContactInView } from '../session/index.ts';

export type CompanyWish = { accountId: AccountId; sessionId: SessionId; contactId: string; companies: readonly CompanyChoice[] };

/**
 * From now on this session looks at the portal in the name of another of one's contacts. The choice is the session's own: other devices stay as they are.
 * What is not among one's companies is unknown, the same as a random id (rule 13).
 */
export async function chooseCompany(
  { tx, workspace, record }: Work,
  { accountId, sessionId, contactId, companies }: CompanyWish,
): Promise<void> {
  const wished = companies.find((company) => company.contactId === contactId);
  if (!wished) throw refuseRequest('unknown-path');
  if (wished.inView) return;
  await saveContactInView(tx, workspace.id, { id: sessionId, accountId }, wished.contactId);
  const before = companies.find(({ inView }) => inView)?.contactId;
  record(
    'session.company-chosen',
    { type: 'account', id: accountId },
    { before: { contactId: before }, after: { sessionId, contactId: wished.contactId } },
  );
}
