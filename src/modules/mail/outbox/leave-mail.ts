import { newId } from '../../../platform/id.ts';
import type { Log } from '../../../platform/log.ts';
import type { Vault } from '../../../platform/secret.ts';
import type { Tx } from '../../../platform/work.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { MailOutcome, MailRequest } from '../mail.ts';
import { contentToSend } from '../template/content-in-force.ts';
import { fieldsOf } from '../template/fields.ts';
import { frameWords } from '../template/frame.ts';
import { letterheadOf } from '../template/letterhead.ts';
import { type Rendered, render } from '../template/render.ts';
import type { Content } from '../template/template.ts';
import { templateOf } from '../template/templates.ts';
import { recipientName } from '../template/wording.ts';
import { keyOf } from './address-mark.ts';
import { findAddressMark } from './hold-store.ts';
import { leaveCopy } from './leave-copy.ts';
import { linkContext, linkStandIn } from './link-mask.ts';
import { judgeMail, type UsableTransport } from './mailability.ts';
import { insertMessage, type Withdrawal, withdrawMessages } from './outbox-store.ts';

export type LeaveScope = { tx: Tx; now: Date; workspace: Pick<Workspace, 'id' | 'name' | 'baseUrl' | 'timeZone'>; vault: Vault; log: Log };

/**
 * Leaves a mail in the outbox, in the transaction of the change that owes it (rule 16), and says what became of it. The stored mail holds a stand-in;
 * the link itself is sealed beside it until the mail has been handed over.
 */
export async function leaveMail({ tx, now, workspace, vault, log }: LeaveScope, request: MailRequest): Promise<MailOutcome> {
  const verdict = await judgeMail(tx, workspace.id, request.template, request.address);
  if ('reason' in verdict) return { state: 'not-possible', reason: verdict.reason };
  mustPointHome(request, workspace.baseUrl);

  const { setting } = verdict;
  const { link, portal, variant, rehearsal } = request;
  const template = templateOf(request.template);
  if (template.needsLink !== Boolean(link))
    throw new Error(`A mail of the template ${template.key} must ${template.needsLink ? '' : 'not '}have a link.`);

  const content =
    rehearsal?.content ?? (await contentToSend(tx, log, template, { workspaceId: workspace.id, variant, portalId: portal?.id ?? null }));
  const id = newId<'message'>(now);
  const letter = letterOf(content, request, { workspace, setting, now });
  const message = {
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
    ...letter(linkStandIn(id), null),
    sealedLink: link ? vault.seal(link.url, linkContext(id)) : null,
    expiresAt: link?.expiresAt ?? null,
    queuedAt: now,
    nextAttemptAt: now,
    ...nothingHappened,
  };
  await insertMessage(tx, message);
  if (setting.bcc && !rehearsal) await leaveCopy(tx, message, { address: setting.bcc, letter });
  const marked = await findAddressMark(tx, workspace.id, keyOf(verdict.address ?? ''));
  return { state: 'queued', messageId: id, transport: setting.transport, ...(marked && { held: 'address-marked' }) };
}

type Letter = (linkUrl: string, note: string | null) => Rendered;

/** How the mail reads with an address for its link, and a note above it. A rehearsal says that it is one, and its link leads nowhere. */
function letterOf(
  content: Content,
  request: MailRequest,
  { workspace, setting, now }: Pick<LeaveScope, 'workspace' | 'now'> & { setting: UsableTransport },
): Letter {
  const { portal, variant, rehearsal } = request;
  const { name: sender, baseUrl, timeZone } = workspace;
  if (!rehearsal)
    return (linkUrl, note) => {
      const fields = fieldsOf(request, { sender, baseUrl, timeZone, linkUrl, now });
      return render(content, { fields, letterhead: letterheadOf(portal, setting, variant, note), variant });
    };
  const say = frameWords(variant);
  const shown = { ...request, ...(rehearsal.link && { link: rehearsal.link }) };
  return (_, note) => {
    const fields = fieldsOf(shown, { sender, baseUrl, timeZone, linkUrl: rehearsal.link?.url ?? '', now });
    const letterhead = letterheadOf(portal, setting, variant, [note, say('rehearsal', { sender })].filter(Boolean).join('\n'));
    const { subject, ...forms } = render(content, { fields, letterhead, variant });
    return { subject: say('rehearsalSubject', { subject }), ...forms };
  };
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
function mustPointHome({ link, portal, details, rehearsal }: MailRequest, baseUrl: string): void {
  const own = [link?.url, portal?.url, portal?.forgotPasswordUrl, details?.pageUrl, rehearsal?.link?.url];
  const strange = own.find((url) => url !== undefined && !url.startsWith(`${baseUrl}/`));
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
