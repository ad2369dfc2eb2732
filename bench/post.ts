import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../src/migrations/index.ts';
import { openPost, requestOf } from '../src/modules/mail/mail.fixture.ts';
import type { Schema } from '../src/modules/schema.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { quietLog } from '../src/platform/db/quiet-log.fixture.ts';

/** A real PostgreSQL that writes to the disk as it does in use, with an outbox in it. */
export async function openBenchPost(smtpPort: number) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'pforte-bench-'));
  const embedded = await startEmbedded({ dataDirectory, log: quietLog });
  await migrate({ connection: embedded.owner, migrations, log: quietLog });
  const database = await openDatabase<Schema>(embedded.application, { log: quietLog });
  const post = await openPost(database as never, { smtpUrl: `smtp://127.0.0.1:${smtpPort}?from=no-reply@example.com` });

  /** Leaves so many mails, each to an address of its own. */
  async function leaveMany(count: number, prefix: string): Promise<void> {
    for (let begin = 0; begin < count; begin += 500) {
      await post.perform(async ({ send, now }) => {
        for (let index = begin; index < Math.min(begin + 500, count); index++) {
          const outcome = await send(requestOf(now, { address: `${prefix}-${index}@kunde.example` }));
          if (outcome.state !== 'queued') throw new Error(outcome.reason);
        }
      });
    }
  }

  async function close(): Promise<void> {
    await database.close();
    await embedded.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
  return { ...post, leaveMany, close };
}
