import { afterEach } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/db/db.fixture.ts';
import type { Id } from '../../../platform/id.ts';
import type { Schema } from '../../schema.ts';
import { openPost, type Post } from '../mail.fixture.ts';
import { type MessageState, messageState } from '../mail.ts';
import { holdCause } from '../outbox/hold-store.ts';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from './scripted-smtp.fixture.ts';
import type { MailWorker } from './worker.ts';

/** A database, servers that misbehave, and workers; all of them are closed after each test, and the outbox is emptied. */
export async function deliveryTools() {
  const database: TestDatabase<Schema> = await testDatabase<Schema>();
  const opened: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
    for (const table of ['addressMark', 'attempt', 'testMail', 'message', 'queuePause'] as const)
      await database.owner.db.deleteFrom(table).execute();
  });

  async function server(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
    const smtp = await startScriptedSmtp(options);
    opened.push(smtp.close);
    return smtp;
  }

  const post = (smtp: ScriptedSmtp, user = ''): Promise<Post> =>
    openPost(database, { smtpUrl: `smtp://${user}127.0.0.1:${smtp.port}?from=no-reply@example.com` });

  function workerOf(at: Post, options: Parameters<Post['worker']>[0] = {}): MailWorker {
    const worker = at.worker(options);
    opened.push(worker.stop);
    return worker;
  }

  const stateOf = async (at: Post, id: Id<'message'>): Promise<MessageState> => {
    const hold = await database.db
      .selectFrom('message')
      .select(holdCause().as('hold'))
      .where('workspaceId', '=', at.workspace.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const paused = (await at.setting()).pausedSince !== null;
    return messageState(await at.message(id), at.clock.now(), { ...hold, paused });
  };

  return { database, server, post, workerOf, stateOf };
}
