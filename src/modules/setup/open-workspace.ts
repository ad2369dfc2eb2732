import { parseAddress } from '../../platform/address.ts';
import { isTimeZone } from '../../platform/clock.ts';
import { refusing } from '../../platform/constraint.ts';
import { newId } from '../../platform/id.ts';
import type { Language } from '../../platform/phrases.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Work } from '../../platform/work.ts';
import { createMailSetting } from '../mail/index.ts';
import { openCustomerPortal } from '../portal/index.ts';
import { addAdministrator, type User } from '../user/index.ts';
import { baseUrlOf, defaultLifetimes, insertWorkspace, refuseWorkspace, slugOf, type Workspace } from '../workspace/index.ts';
import { refuse } from './refusals.ts';

/** What a new workspace is to be called and how it speaks. */
export type WorkspaceOrder = { workspace: string; language: Language; addressForm: 'sie' | 'du'; timeZone: string };
export type AdministratorOrder = { name: string; email: string; passwordHash: string | null };

/** Characters that a password must have until somebody sets another rule (rule 25). */
export const firstMinimumLength = 12;

/** The workspace as it will be, before it is stored: a use case needs to know where it works. */
export function planWorkspace(
  order: WorkspaceOrder,
  settings: Settings,
  urls: { baseUrl: string; baseDomain: string | undefined },
  now: Date,
): Workspace {
  if (!isTimeZone(order.timeZone)) throw refuseWorkspace('unknown-time-zone', { pointer: '/timeZone' });
  const slug = slugOf(order.workspace);
  return {
    id: newId<'workspace'>(now),
    slug,
    name: order.workspace,
    language: order.language,
    addressForm: order.addressForm,
    timeZone: order.timeZone,
    lifetimes: defaultLifetimes(settings),
    passwordMinimumLength: firstMinimumLength,
    version: 1,
    baseUrl: baseUrlOf(slug, urls),
  };
}

/** The stored form of an administrator's address. */
export function administratorAddress(typed: string): string {
  const parsed = parseAddress(typed);
  if ('fault' in parsed) throw refuse('invalid-address', { pointer: '/email' });
  return parsed.address;
}

/** Opens a workspace with its first administrator, its customer portal and its way of sending mail: all or nothing. `smtpUrl` absent: the test mailbox. */
export async function openWorkspace(
  work: Work,
  administrator: AdministratorOrder,
  mail: Parameters<typeof createMailSetting>[1],
): Promise<User> {
  const { tx, now, workspace, record } = work;
  const { baseUrl: _, version: __, ...stored } = workspace;
  await refusing(insertWorkspace(tx, stored, now), { workspace_slug: () => refuseWorkspace('slug-taken', { pointer: '/workspace' }) });
  record(
    'workspace.opened',
    { type: 'workspace', id: workspace.id },
    { after: { name: workspace.name, language: workspace.language, addressForm: workspace.addressForm, timeZone: workspace.timeZone } },
  );
  await createMailSetting(work, mail);
  await openCustomerPortal(work);
  return addAdministrator(work, { ...administrator, language: workspace.language });
}
