import { defined } from '../../platform/defined.ts';
import type { Call, Handlers } from '../../platform/http/serve.ts';
import type { CustomerId } from '../customer/index.ts';
import { listMessagesOfContact, readMessages } from '../mail/index.ts';
import { hashJudgedPassword, type PasswordHasher } from '../password/index.ts';
import type { PortalId } from '../portal/index.ts';
import type { Contact, ContactId } from './contact.ts';
import type { ContactChange, contactContract, SavedContact as SavedContactView } from './contract.ts';
import type { PortalAccessOrder } from './give-contact-access.ts';
import { listLostMails } from './lost-mail-store.ts';
import { refuse } from './refusals.ts';
import { changeContact, createContact, deleteContact, type NewContactFields, type SavedContact } from './save-contact.ts';
import { type ContactQuery, findContact, listContacts } from './store.ts';
import { describeAccessForm, presentContacts, presentMailOutcome, presentNotice } from './views.ts';

type Change = typeof ContactChange._output;

/** The routes of contacts; a typed password is hashed before the transaction begins. */
export const contactHandlers = ({ hasher }: { hasher: PasswordHasher }): Handlers<typeof contactContract> => ({
  listContacts: async ({ perform, query, variant }) =>
    perform(async (work) => {
      const page = await listContacts(work.tx, work.workspace.id, query as ContactQuery, work.now);
      return { ...page, items: await presentContacts(work, page.items, variant) };
    }),
  getContact: async (call) => presentOne(call, await getContact(call)),
  createContact: async (call) => {
    const { portalAccess, ...fields } = call.body;
    const order = await prepareOrder(hasher, call, portalAccess, fields);
    return present(call, await call.perform(createContact, defined(fields) as NewContactFields, order));
  },
  changeContact: async (call) => {
    const { portalAccess, ...fields } = call.body;
    const current = portalAccess?.password ? await getContact(call) : undefined;
    const order = await prepareOrder(hasher, call, portalAccess, { ...current, ...defined(fields) });
    return present(
      call,
      await call.perform(
        changeContact,
        call.params.contactId as ContactId,
        { ...defined(fields), customerId: fields.customerId as CustomerId | undefined } as Partial<NewContactFields>,
        order,
        call.ifMatch,
      ),
    );
  },
  deleteContact: async ({ perform, params, ifMatch }) => {
    await perform(deleteContact, params.contactId as ContactId, ifMatch);
    return undefined;
  },
  listContactMessages: async (call) => {
    const contact = await getContact(call);
    return { items: await call.perform((work) => listMessagesOfContact(work, contact.id, call.variant)) };
  },
  listLostMails: async ({ perform, query, variant }) =>
    perform(async (work) => {
      const ids = await listLostMails(work.tx, work.workspace.id, query.limit);
      const mails = ids.length > 0 ? await readMessages(work, { ids }, variant) : [];
      return { items: mails.map(({ view }) => view) };
    }),
  getAccessForm: async ({ perform, language, variant }) => perform((work) => describeAccessForm(work, language, variant)),
});

async function getContact({ perform, params }: Call & { params: { contactId: string } }): Promise<Contact> {
  const contact = await perform(({ tx, workspace }) => findContact(tx, workspace.id, params.contactId as ContactId));
  if (!contact) throw refuse('unknown');
  return contact;
}

async function presentOne({ perform, variant }: Call, contact: Contact) {
  const [view] = await perform((work) => presentContacts(work, [contact], variant));
  if (!view) throw refuse('unknown');
  return view;
}

async function present(call: Call, { contact, mail, password, notices }: SavedContact): Promise<SavedContactView> {
  return {
    contact: await presentOne(call, contact),
    mail: presentMailOutcome(mail, contact.email, call.variant),
    password,
    notices: notices.map((notice) => presentNotice(notice, call.variant)),
  };
}

/** Judges and hashes a typed password, before a transaction is open; context words are what the person's own entries say. */
async function prepareOrder(
  hasher: PasswordHasher,
  { workspace }: Call,
  order: Change['portalAccess'],
  person: { firstName?: string | undefined; lastName?: string | undefined; email?: string | null | undefined },
): Promise<PortalAccessOrder | undefined> {
  if (!order) return undefined;
  const { password, portalId, role, areas, sendPasswordLink } = order;
  const words = [person.firstName, person.lastName, person.email, workspace.name].filter((word) => typeof word === 'string');
  const passwordHash = password
    ? await hashJudgedPassword(hasher, password, { minimumLength: workspace.passwordMinimumLength, words }, '/portalAccess/password')
    : undefined;
  return {
    sendPasswordLink,
    ...defined({ portalId: portalId as PortalId | undefined, role, areas, passwordHash }),
  };
}
