import { displayAddress } from '../../platform/address.ts';
import { formatDuration } from '../../platform/duration.ts';
import type { Language, Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import {
  type AssignedAccess,
  admission,
  denialSentence,
  listAccessesOfContacts,
  listContactsEverWithAccess,
  registration,
} from '../access/index.ts';
import { listOpenLinks, type OneTimeLink } from '../link/index.ts';
import { findImpossibility, type MailOutcomeView, type ReadMessage, readMessages } from '../mail/index.ts';
import { type Area, areaName, listAreas, listPortals, listRoles, roleName, startingAreas, usualRole } from '../portal/index.ts';
import type { Contact } from './contact.ts';
import type { AccessFormView, ContactAccessView, ContactView, LinkMailView, NoticeView } from './contract.ts';
import { deletionRefusal } from './deletion.ts';
import type { AccessOutcome, Notice } from './give-contact-access.ts';
import { arrivalOf } from './link-mail.ts';
import { phrases } from './phrases.ts';
import { listNewestLinkMails } from './store.ts';

/** Presents contacts with their accesses: the same few statements for any number of them. */
export async function presentContacts(work: Work, contacts: Contact[], variant: Variant): Promise<ContactView[]> {
  const { tx, now, workspace } = work;
  const accesses = await listAccessesOfContacts(
    tx,
    workspace.id,
    contacts.map(({ id }) => id),
  );
  const areas = await listAreas(tx, workspace.id, [...new Set(accesses.map(({ portalId }) => portalId))]);
  const links = await listOpenLinks(tx, workspace.id, [...new Set(accesses.map(({ accountId }) => accountId))], now);
  const linkMails = await readLinkMails(work, accesses, links, variant);
  const everWithAccess = await listContactsEverWithAccess(
    tx,
    workspace.id,
    contacts.map(({ id }) => id),
  );
  return contacts.map((contact) => {
    const own = accesses.filter(({ contactId }) => contactId === contact.id);
    const denial = deletionRefusal({ hasAccess: own.length > 0, everHadAccess: everWithAccess.has(contact.id) });
    const { company, createdAt, updatedAt, ...fields } = contact;
    return {
      ...fields,
      customerName: company,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      accesses: own.map((access) => presentAccess(access, { areas, links, linkMails, now, variant })),
      allowed: denial ? ['edit', 'give-access'] : ['edit', 'give-access', 'delete'],
      denied: denial ? [{ action: 'delete', code: denial.code, sentence: denial.sentence(variant) }] : [],
    };
  });
}

type Beside = { areas: Area[]; links: OneTimeLink[]; linkMails: ReadMessage[]; now: Date; variant: Variant };

function presentAccess(access: AssignedAccess, { areas, links, linkMails, now, variant }: Beside): ContactAccessView {
  const verdict = admission(access, now);
  const link = links.find((candidate) => candidate.accountId === access.accountId);
  return {
    accessId: access.id,
    portalId: access.portalId,
    portalName: access.portalName,
    role: access.role,
    areas: areas.filter(({ id }) => access.areaIds.includes(id)).map(({ key }) => key),
    accountName: access.accountName,
    admitted: verdict.admitted,
    reason: verdict.reasons[0] ?? null,
    sentence: denialSentence(verdict, variant),
    registration: registration(access, now),
    hasPassword: access.hasPassword,
    passwordSetAt: access.passwordSetAt?.toISOString() ?? null,
    openLink: link ? { purpose: link.purpose, createdAt: link.createdAt.toISOString(), expiresAt: link.expiresAt.toISOString() } : null,
    linkMail: presentLinkMail(access, linkMails),
  };
}

/** The newest mails with links to whoever still needs one or has one open; the same few statements for any number of people. */
async function readLinkMails(
  work: Work,
  accesses: readonly AssignedAccess[],
  links: readonly OneTimeLink[],
  variant: Variant,
): Promise<ReadMessage[]> {
  const withLink = new Set(links.map(({ accountId }) => accountId));
  const meant = accesses.filter(({ accountId, hasPassword }) => !hasPassword || withLink.has(accountId)).map(({ accountId }) => accountId);
  const newest = await listNewestLinkMails(work.tx, work.workspace.id, [...new Set(meant)]);
  return newest.length ? readMessages(work, { ids: newest.map(({ messageId }) => messageId) }, variant) : [];
}

function presentLinkMail({ accountId, portalId, email }: AssignedAccess, mails: readonly ReadMessage[]): LinkMailView | null {
  const mail = mails.find(({ message }) => message.accountId === accountId && message.portalId === portalId);
  if (!mail) return null;
  const { state, sentence, recipientAddress, queuedAt, settledAt } = mail.view;
  const arrival = arrivalOf({ state, recipientAddress: mail.message.recipientAddress }, email);
  return { messageId: mail.message.id, state, sentence, recipientAddress, queuedAt, settledAt, arrival };
}

/** What became of the mail, in the words the form shows after saving (B011). */
export function presentMailOutcome(mail: AccessOutcome['mail'], address: string | null, variant: Variant): MailOutcomeView {
  const say = phrases(variant);
  if (mail.state === 'not-asked') return { state: 'not-asked', sentence: say('notAsked') };
  if (mail.state === 'not-possible')
    return { state: 'not-possible', reason: mail.reason, sentence: say('notSent', { reason: say(mail.reason) }) };
  if (mail.held)
    return {
      state: 'queued',
      held: mail.held,
      messageId: mail.messageId,
      transport: mail.transport,
      sentence: say('held', { address: address ?? '' }),
    };
  const sentence = say(mail.transport === 'test-mailbox' ? 'queuedTestMailbox' : 'queuedSmtp', { address: address ?? '' });
  return { state: 'queued', messageId: mail.messageId, transport: mail.transport, sentence };
}

/** What became of a notice, in the words the form shows after saving: one that did not leave has to be made up for by somebody. */
export function presentNotice({ about, address, outcome }: Notice, variant: Variant): NoticeView {
  const say = phrases(variant);
  const said = { about: say(about), address: displayAddress(address) };
  const asks = about === 'address-confirmation';
  if (outcome.state === 'not-possible') {
    const { state, reason } = outcome;
    const why = say(reason === 'template-inactive' ? 'noticeInactive' : reason);
    return { about, address, state, reason, sentence: say(asks ? 'addressNotAsked' : 'noticeNotSent', { ...said, reason: why }) };
  }
  const { state, messageId, transport, held } = outcome;
  if (held) return { about, address, state, held, messageId, transport, sentence: say('noticeHeld', said) };
  if (asks) {
    const awaits = say(transport === 'test-mailbox' ? 'addressAwaitsTestMailbox' : 'addressAwaits', said);
    return { about, address, state, messageId, transport, sentence: awaits };
  }
  const sentence = say(transport === 'test-mailbox' ? 'noticeQueuedTestMailbox' : 'noticeQueuedSmtp', said);
  return { about, address, state, messageId, transport, sentence };
}

/** What the form may offer: the tick box only while its mail can be sent, otherwise the reason and where to mend it (B003, B004, B010, B025). */
export async function describeAccessForm({ tx, workspace }: Work, language: Language, variant: Variant): Promise<AccessFormView> {
  const say = phrases(variant);
  const reason = await findImpossibility(tx, workspace.id, 'set_password');
  const portals = await listPortals(tx, workspace.id);
  const areas = await listAreas(
    tx,
    workspace.id,
    portals.map(({ id }) => id),
  );
  const roles = await listRoles(
    tx,
    workspace.id,
    portals.map(({ id }) => id),
  );
  const remedy =
    reason === 'template-inactive'
      ? { path: '/settings/mail-templates/set_password', label: say('toTemplates') }
      : { path: '/settings/mail', label: say('toMail') };
  return {
    sendPasswordLink: {
      offered: !reason,
      reason: reason ?? null,
      sentence: reason ? say(reason) : null,
      remedyPath: reason ? remedy.path : null,
      remedyLabel: reason ? remedy.label : null,
    },
    portals: portals.map((portal) => {
      const own = areas.filter(({ portalId }) => portalId === portal.id);
      return {
        id: portal.id,
        name: portal.name,
        isDefault: portal.isDefault,
        areas: own.map((area) => ({ key: area.key, name: areaName(area, language) })),
        roles: roles
          .filter(({ portalId }) => portalId === portal.id)
          .map((role) => {
            const opened = startingAreas(role, own);
            return {
              key: role.key,
              name: roleName(role, language),
              areas: own.filter(({ id }) => opened.includes(id)).map(({ key }) => key),
              isUsual: role.key === usualRole(portal),
            };
          }),
      };
    }),
    linkLifetime: formatDuration(workspace.lifetimes.setPassword),
    passwordMinimumLength: workspace.passwordMinimumLength,
  };
}
