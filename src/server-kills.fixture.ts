import type { ArrivedMail } from './mail-server.fixture.ts';
import { findEmbedded } from './platform/db/embedded.ts';
import { endProcessesIn } from './platform/db/openers.fixture.ts';
import { withClient } from './platform/db/settle.ts';
import type { ServerProcess } from './server.fixture.ts';

/** A contact as its client knows it: with an id once the server has answered. */
export type Created = { email: string; asksForMail: boolean; id?: string };

/** Four clients that create one contact after the other until the server is gone. Throws at any answer but 201. */
export async function createUntilGone(
  server: ServerProcess,
  { customerId, cookie, round }: { customerId: string; cookie: string; round: number },
  known: Created[],
): Promise<void> {
  const client = async (lane: number) => {
    for (let count = 0; ; count++) {
      const created: Created = { email: `p-${round}-${lane}-${count}@kunde.example`, asksForMail: (count + lane) % 10 !== 0 };
      known.push(created);
      const { email, asksForMail } = created;
      const fields = { customerId, firstName: 'Anna', lastName: `Kunde ${round}-${lane}-${count}`, email };
      const body = { ...fields, ...(asksForMail && { portalAccess: { sendPasswordLink: true } }) };
      const answer = await server.api<{ contact: { id: string } }>('POST', '/contacts', { body, cookie }).catch(() => undefined);
      if (!answer) return;
      if (answer.status !== 201) throw new Error(`The server answers ${answer.status}: ${answer.text}`);
      created.id = answer.body.contact.id;
    }
  };
  await Promise.all([0, 1, 2, 3].map(client));
}

/** As when a container or a machine ends: the server and its PostgreSQL at the same moment. */
export async function killEverything(server: ServerProcess): Promise<void> {
  const killed = server.kill();
  endProcessesIn(server.dataDirectory);
  await killed;
}

/** A contact and how much of what belongs to it is there. */
export type StoredContact = {
  id: string;
  email: string;
  events: number;
  accesses: number;
  links: number;
  messages: number;
  messageId: string | null;
  accepted: boolean | null;
  unknownTries: number;
};

/** Every contact, straight from the tables of the PostgreSQL that runs for a data directory. */
export async function readContacts(dataDirectory: string): Promise<StoredContact[]> {
  const running = findEmbedded(dataDirectory);
  if (!running) throw new Error(`No PostgreSQL runs for ${dataDirectory}.`);
  const { rows } = await withClient(running.owner, (client) =>
    client.query<StoredContact>(`
      select contact.id, contact.email,
        (select count(*)::int from event where subject_id = contact.id and name = 'contact.created') as events,
        (select count(*)::int from assignment where contact_id = contact.id) as accesses,
        (select count(*)::int from one_time_link join access using (account_id) join assignment on access_id = access.id where contact_id = contact.id) as links,
        (select count(*)::int from message where contact_id = contact.id) as messages,
        (select min(message_id) from message where contact_id = contact.id) as "messageId",
        (select bool_and(accepted_at is not null) from message where contact_id = contact.id) as accepted,
        (select count(*)::int from attempt join message on message.id = attempt.message_id where contact_id = contact.id and outcome = 'unknown') as "unknownTries"
      from contact`),
  );
  return rows;
}

/** What a killed server has left of the contacts it was asked for, compared with what it had answered. Each list should be empty. */
export function findLosses(known: readonly Created[], stored: readonly StoredContact[]) {
  const byEmail = new Map(stored.map((contact) => [contact.email, contact]));
  const asked = new Map(known.map((created) => [created.email, created]));
  return {
    acknowledgedAndLost: known.filter(({ id, email }) => id && byEmail.get(email)?.id !== id),
    halves: stored.filter((contact) => {
      const count = asked.get(contact.email)?.asksForMail ? 1 : 0;
      return contact.events !== 1 || [contact.accesses, contact.links, contact.messages].some((part) => part !== count);
    }),
    neverAskedFor: stored.filter(({ email }) => !asked.has(email)),
  };
}

/** The same for mails: every one that is owed has arrived at its person, twice only where the outbox knows of a try without an answer. */
export function findMailLosses(arrived: readonly ArrivedMail[], stored: readonly StoredContact[]) {
  const owed = stored.filter(({ messages }) => messages > 0);
  const times = (contact: StoredContact) =>
    arrived.filter(({ to, messageId }) => to === contact.email && messageId === contact.messageId).length;
  const known = new Set(owed.map(({ email, messageId }) => `${email} ${messageId}`));
  return {
    lost: owed.filter((contact) => times(contact) === 0),
    tooOften: owed.filter((contact) => times(contact) > 1 + contact.unknownTries),
    strange: arrived.filter(({ to, messageId }) => !known.has(`${to} ${messageId}`)),
  };
}
