import { testDatabase } from '../../platform/db/db.fixture.ts';
import type { Id } from '../../platform/id.ts';
import type { Perform } from '../../platform/work.ts';
import { openPost, type Post, vault } from '../mail/mail.fixture.ts';
import type { Schema } from '../schema.ts';
import { changeBounceSetting, type TypedMailbox } from './bounce-setting.ts';
import { createBounceWorker } from './mailbox/worker.ts';
import { dsn, original } from './reading/bounces.fixture.ts';
import { readBounce } from './reading/read-bounce.ts';
import { takeBounce } from './take-bounce.ts';

/** Short limits: what hangs, hangs for a moment. */
export const briskImap = { limits: { connect: 1500, silence: 1500, whole: 5000 } };

/** A workspace that has sent mails, and what comes back to it. */
export async function bounceTools() {
  const database = await testDatabase<Schema>();

  /** A mail that the test mailbox has taken, with its Message-ID. */
  async function sentMail(at: Post, address = 'anna@kunde.example'): Promise<{ id: Id<'message'>; messageId: string }> {
    const id = await at.leaveOne(address);
    await at.worker().runOnce();
    return { id, messageId: (await at.message(id)).messageId };
  }

  const take = async (at: Post, raw: Buffer) => {
    const mail = await readBounce(raw);
    return at.perform((work) => takeBounce(work, mail, { way: 'posted', vault }));
  };

  const kept = (at: Post) => at.db.selectFrom('bounce').selectAll().where('workspaceId', '=', at.workspace.id).orderBy('id').execute();
  const mailbox = (at: Post) => at.db.selectFrom('bounceMailbox').selectAll().where('workspaceId', '=', at.workspace.id).executeTakeFirst();

  const setUp = (at: Post, { port }: { port: number }, change: Partial<TypedMailbox> = {}) =>
    at.perform((work) =>
      changeBounceSetting(
        work,
        { address: 'bounces@portal.example.com', mailbox: { ...typedMailbox, port, password: 'drei Eimer Kies', ...change } },
        { vault },
      ),
    );

  const worker = (at: Post, imap: Parameters<typeof createBounceWorker>[0]['imap'] = {}) =>
    createBounceWorker({
      db: at.db,
      clock: at.clock,
      vault,
      log: at.log,
      listWorkspaces: async () => [at.workspace],
      performFor:
        (): Perform =>
        (useCase, ...input) =>
          at.perform((work) => useCase(work, ...input)),
      imap: { ...briskImap, ...imap },
    });

  return { database, openPost: (name?: string) => openPost(database, name ? { name } : {}), sentMail, take, kept, mailbox, setUp, worker };
}

export const typedMailbox: TypedMailbox = {
  host: '127.0.0.1',
  port: 143,
  encryption: 'none',
  userName: 'bounces',
  folder: 'INBOX',
  afterReading: 'keep',
  subAddresses: false,
};

/** A report about a mail of ours, as a server writes it. */
export const reportOn = (messageId: string, recipient = 'anna@kunde.example', fields: Record<string, string> = {}, number = 1): Buffer => {
  const raw = dsn(
    { 'Final-Recipient': `rfc822; ${recipient}`, ...fields },
    { returned: { type: 'message/rfc822', body: original(messageId, recipient) } },
  );
  return Buffer.from(raw.toString('latin1').replace('<report-1@', `<report-${number}@`), 'latin1');
};
