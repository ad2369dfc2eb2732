import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { killWhileMailsLeave } from '../src/mail-kills.fixture.ts';
import { findMailLosses, sendAll, startFaultySink } from '../src/modules/mail/delivery/many-faults.fixture.ts';
import { openBenchPost } from './post.ts';
import type { Workload } from './run.ts';

const sinkProgram = join(import.meta.dirname, '../src/modules/mail/delivery/smtp-sink.fixture.ts');

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** `cpu`: milliseconds of this process on a processor for one mail. */
type Rate = { perSecond: number; cpu: number };

async function rateOf(count: number, send: () => Promise<unknown>): Promise<Rate> {
  const [since, before] = [performance.now(), process.cpuUsage()];
  await send();
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (count / (performance.now() - since)) * 1000, cpu: (user + system) / 1000 / count };
}

const told = ({ perSecond, cpu }: Rate): string => `${perSecond.toFixed(0)}/s (${cpu.toFixed(2)} ms of processor each)`;

/**
 * Mails per second from the outbox to a sink, against nodemailer's own pool with the same mails and as many connections, taking turns. What counts is
 * the median of the turns' ratios, because both sides of one turn meet the same machine; the first turn warms up. The time of this process on a
 * processor is told too: unlike the rates it hardly depends on what else the machine does.
 */
const speed: Workload = {
  name: 'speed',
  async run(tell) {
    const [count, turns, connections] = [3000, 7, 5];
    const sink = fork(sinkProgram);
    process.once('exit', () => sink.kill());
    const port = await new Promise<number>((resolve) => sink.once('message', (message) => resolve(Number(message))));
    const post = await openBenchPost(port);
    const worker = post.worker({
      smtp: { lines: connections, limits: { connect: 20_000, envelope: 60_000, final: 120_000 }, idle: 15_000 },
    });
    const measured: { outbox: Rate; pool: Rate }[] = [];
    for (let turn = 0; turn <= turns; turn++) {
      await post.leaveMany(count, `t${turn}`);
      const mails = await post.db
        .selectFrom('message')
        .select(['recipientName', 'recipientAddress', 'subject', 'html', 'text', 'messageId'])
        .where('acceptedAt', 'is', null)
        .execute();
      const outbox = await rateOf(count, async () => {
        while (await worker.runOnce());
      });
      const left = await post.db.selectFrom('message').select('id').where('acceptedAt', 'is', null).execute();
      if (left.length) throw new Error(`${left.length} mails did not leave. ${post.logLines.slice(0, 3)}`);

      const pool = createTransport({
        pool: true,
        maxConnections: connections,
        maxMessages: 100,
        host: '127.0.0.1',
        port,
        secure: false,
        ignoreTLS: true,
      });
      const sendAllByPool = () =>
        Promise.all(
          mails.map(({ recipientName, recipientAddress, subject, html, text, messageId }) =>
            pool.sendMail({
              from: { name: 'Müller & Söhne GmbH', address: 'no-reply@example.com' },
              to: { name: recipientName, address: recipientAddress },
              subject,
              html,
              text,
              messageId,
            }),
          ),
        );
      const theirs = await rateOf(count, sendAllByPool);
      pool.close();
      tell(
        `${turn ? `turn ${turn}` : 'warming up'}: outbox ${told(outbox)}, pool ${told(theirs)}, ratio ${(outbox.perSecond / theirs.perSecond).toFixed(2)}`,
      );
      if (turn) measured.push({ outbox, pool: theirs });
    }
    const outbox = median(measured.map((turn) => turn.outbox.perSecond));
    const pool = median(measured.map((turn) => turn.pool.perSecond));
    const ratio = median(measured.map((turn) => turn.outbox.perSecond / turn.pool.perSecond));
    tell(
      `medians of ${turns} turns: outbox ${outbox.toFixed(0)}/s, nodemailer's pool ${pool.toFixed(0)}/s, ratio of a turn ${ratio.toFixed(2)}`,
    );
    await worker.stop();
    await post.close();
    sink.kill();
  },
};

/** 10,000 mails to a server that misbehaves at three of ten tries: what is lost, and what arrives twice. */
const faults: Workload = {
  name: 'faults',
  async run(tell) {
    const count = 10_000;
    const sink = await startFaultySink({ share: 0.3, seed: 20261122 });
    const post = await openBenchPost(sink.port);
    await post.leaveMany(count, 'f');
    const begun = performance.now();
    const worker = post.worker({ smtp: { patience: 3_600_000, limits: { connect: 10_000, envelope: 10_000, final: 10_000 } } });
    await sendAll(post, worker);
    const { lost, unexplained, strange, ...told } = await findMailLosses(post, sink);
    tell(
      `${count} mails, ${sink.tries()} tries of which ${sink.faults()} went wrong, in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
    tell(
      Object.entries(told)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
    tell(
      `lost in silence ${lost.length}, twice without an unknown answer ${unexplained.length}, with another Message-ID ${strange.length}`,
    );
    await worker.stop();
    await post.close();
    await sink.close();
  },
};

/** 500 mails while the server is killed 100 times: real processes, a real PostgreSQL. */
const kills: Workload = {
  name: 'kills',
  async run(tell) {
    const figures = await killWhileMailsLeave({ mails: 500, kills: 100, seed: 7, tell });
    tell(
      `${figures.mails} mails, ${figures.kills} kills: missing ${figures.missing}, arrived twice ${figures.duplicates}, with another Message-ID ${figures.strange}`,
    );
  },
};

export const workloads: Workload[] = [speed, faults, kills];
