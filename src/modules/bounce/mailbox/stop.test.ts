import { afterEach, expect, test } from 'vitest';
import { bounceTools } from '../bounce.fixture.ts';
import { type ScriptedImap, startScriptedImap } from './scripted-imap.fixture.ts';

const { openPost, mailbox, setUp, worker } = await bounceTools();
const opened: ScriptedImap[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

test.each(['greeting', 'login', 'select'] as const)(
  'rule 23 a stop breaks off a connection that is being opened (%s); the mailbox counts as neither read nor failed, and is free at once',
  async (step) => {
    const [at, server] = [await openPost(), await startScriptedImap()];
    opened.push(server);
    const reached = new Promise<void>((resolve) => {
      server.script[step] = () => {
        resolve();
        return 'hang';
      };
    });
    await setUp(at, server);
    const reader = worker(at, { limits: { connect: 20_000, silence: 20_000, whole: 20_000 } });
    const round = reader.runOnce();
    await reached;
    const since = performance.now();
    reader.stop();
    expect(await round).toBe(false);
    expect(performance.now() - since).toBeLessThan(2000);
    expect(await mailbox(at)).toMatchObject({ failure: null, failedSince: null, lastReadAt: null, claimedBy: null, claimedUntil: null });
    expect(at.logLines.join()).not.toContain('cannot be read');

    server.script = {};
    await worker(at).runOnce();
    expect(await mailbox(at)).toMatchObject({ failure: null, lastReadAt: at.clock.now() });
  },
);
