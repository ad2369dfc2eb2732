import type { Work } from '../../../platform/work.ts';
import type { AccessWithFacts } from '../../access/index.ts';
import { findPortal, mailPortal, type Portal } from '../../portal/index.ts';
import { variantOfWorkspace } from '../../workspace/index.ts';

type StaffMail =
  | { template: 'registration_pending_to_staff'; details: { about: string; pageUrl: string } }
  | { template: 'access_expiring_to_staff'; details: { count: number; expiresOn: string; pageUrl: string } };

/** Sends one mail to each address of staff that the portal names; to nobody where it names none. Answers how many are on their way, and why the rest is not. */
export async function tellStaff(work: Work, portal: Portal, mail: StaffMail): Promise<{ told: number; notTold?: string }> {
  const { workspace } = work;
  let told = 0;
  let notTold: string | undefined;
  for (const address of portal.pendingNoticeTo) {
    const outcome = await work.send({
      ...mail,
      variant: variantOfWorkspace({ ...workspace, addressForm: 'sie' }),
      address,
      person: { salutation: null, title: null, firstName: '', lastName: '' },
      accountName: address,
      portal: mailPortal(workspace, portal),
    });
    if (outcome.state === 'queued') told += 1;
    else notTold = outcome.reason;
  }
  return { told, ...(notTold && { notTold }) };
}

/** Tells the staff that the portal names of an access that waits for an assignment (B123). To be called when it begins to wait. */
export async function tellPending(work: Work, access: AccessWithFacts): Promise<void> {
  const { tx, workspace, record } = work;
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal?.pendingNoticeTo.length) return;
  const about = access.givenName ? `${access.givenName} (${access.email})` : access.email;
  const told = await tellStaff(work, portal, {
    template: 'registration_pending_to_staff',
    details: { about, pageUrl: `${workspace.baseUrl}/console/accesses/${access.id}` },
  });
  record('access.pending-told', { type: 'access', id: access.id }, { after: told });
}
