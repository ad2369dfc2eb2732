import { newId } from '../../../platform/id.ts';
import type { Vault } from '../../../platform/secret.ts';
import type { Tx } from '../../../platform/work.ts';
import type { Workspace } from '../../workspace/index.ts';
import { linkStandIn } from '../delivery/link-mask.ts';
import type { MailOutcome, MailRequest } from '../mail.ts';
import { fieldsOf } from '../template/fields.ts';
import { render } from '../template/render.ts';
import { templateOf } from '../template/templates.ts';
import { recipientName } from '../template/wording.ts';
import { judgeMail } from './mailability.ts';
import { insertMessage, type MessageId, type Withdrawal, withdrawMessages } from './outbox-store.ts';

export type LeaveScope = { tx: Tx; now: Date; workspace: Pick<Workspace, 'id' | 'name' | 'baseUrl' | 'timeZone'>; vault: Vault };

/** What the link of a waiting mail is sealed for: it opens in that mail only. */
export const linkContext = (id: MessageId): string => `message.link:${id}`;

const plainBrandColor = '#1f4e79';

/**
 * Leaves a mail in the outbox, in the transaction of the change that owes it (rule 16), and says what became of it. The stored mail holds a stand-in;
 * the link itself is sealed beside it until the mail has been handed over.
 */
export async function leaveMail({ tx, now, workspace, vault }: LeaveScope, request: MailRequest): Promise<MailOutcome> {
  const verdict = await judgeMail(tx, workspace.id, request.template, request.address);
  if ('reason' in verdict) return { state: 'not-possible', reason: verdict.reason };
  mustPointHome(request, workspace.baseUrl);

  const { setting } = verdict;
  const { link, portal, variant } = request;
  const template = templateOf(request.template);
  if (template.needsLink !== Boolean(link))
    throw new Error(`A mail of the template ${template.key} must ${template.needsLink ? '' : 'not '}have a link.`);

  const id = newId<'message'>(now);
  const fields = fieldsOf(request, {
    sender: workspace.name,
    baseUrl: workspace.baseUrl,
    timeZone: workspace.timeZone,
    linkUrl: linkStandIn(id),
    now,
  });
  const letterhead = {
    brandColor: portal?.brandColor ?? plainBrandColor,
    imprintUrl: portal?.imprintUrl ?? null,
    privacyUrl: portal?.privacyUrl ?? null,
  };
  await insertMessage(tx, {
    workspaceId: workspace.id,
    id,
    templateKey: template.key,
    variant,
    accountId: request.accountId ?? null,
    contactId: request.contactId ?? null,
    portalId: portal?.id ?? null,
    linkId: link?.id ?? null,
    recipientName: recipientName(request.person),
    recipientAddress: verdict.address ?? '',
    messageId: `<${id}@${domainOf(setting.senderAddress)}>`,
    ...render(template.content[variant], { fields, letterhead, variant }),
    sealedLink: link ? vault.seal(link.url, linkContext(id)) : null,
    expiresAt: link?.expiresAt ?? null,
    queuedAt: now,
    nextAttemptAt: now,
    ...nothingHappened,
  });
  return { state: 'queued', messageId: id, transport: setting.transport };
}

const nothingHappened = {
  claimedUntil: null,
  claimedBy: null,
  acceptedAt: null,
  refusedAt: null,
  givenUpAt: null,
  withdrawnAt: null,
  unknownAt: null,
  cause: null,
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Nothing from a request reaches a mail (rule 2): every address of ours in it starts with the configured base URL. */
function mustPointHome({ link, portal }: MailRequest, baseUrl: string): void {
  const strange = [link?.url, portal?.url, portal?.forgotPasswordUrl].find((url) => url !== undefined && !url.startsWith(`${baseUrl}/`));
  if (strange !== undefined) throw new Error('A mail was to point to an address that does not begin with the base URL.');
}

/**
 * Takes back mails that have not left yet: of an account, or those with certain links. They stay visible with their cause.
 * Answers how many there were.
 */
export async function withdrawMails(
  tx: Tx,
  withdrawal: Pick<Withdrawal, 'workspaceId' | 'cause' | 'now' | 'onlyWithLink'> & Pick<Withdrawal, 'accountId' | 'linkIds'>,
): Promise<number> {
  if (!withdrawal.accountId && !withdrawal.linkIds) throw new Error('It must be said which mails are to be withdrawn.');
  return withdrawMessages(tx, withdrawal);
}
