import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { killWhileMailsLeave } from '../src/mail-kills.fixture.ts';
import { findMailLosses, sendAll, startFaultySink } from '../src/modules/mail/delivery/many-faults.fixture.ts';
import { openBenchPost } from './post.ts';
import type { Workload } from './run.ts';

const sinkProgram = join(import.meta.dirname, '../src/modules/mail/delivery/smtp-sink.fixture.ts');

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Mails per second from the outbox to a sink, against nodemailer's own pool with the same mails and as many connections, taking turns. */
const speed: Workload = {
  name: 'speed',
  async run(tell) {
    const [count, turns, connections] = [3000, 5, 5];
    const sink = fork(sinkProgram);
    process.once('exit', () => sink.kill());
    const port = await new Promise<number>((resolve) => sink.once('message', (message) => resolve(Number(message))));
    const post = await openBenchPost(port);
    const worker = post.worker({
      smtp: { lines: connections, limits: { connect: 20_000, envelope: 60_000, final: 120_000 }, idle: 15_000 },
    });
    const rates = { outbox: [] as number[], pool: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      await post.leaveMany(count, `t${turn}`);
      const mails = await post.db
        .selectFrom('message')
        .select(['recipientName', 'recipientAddress', 'subject', 'html', 'text', 'messageId'])
        .where('acceptedAt', 'is', null)
        .execute();
      const ours = performance.now();
      while (await worker.runOnce());
      rates.outbox.push((count / (performance.now() - ours)) * 1000);
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
      const theirs = performance.now();
      await Promise.all(
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
      rates.pool.push((count / (performance.now() - theirs)) * 1000);
      pool.close();
      tell(`turn ${turn + 1}: outbox ${rates.outbox.at(-1)?.toFixed(0)}/s, pool ${rates.pool.at(-1)?.toFixed(0)}/s`);
    }
    tell(
      `median of ${turns}: outbox ${median(rates.outbox).toFixed(0)}/s, nodemailer's pool ${median(rates.pool).toFixed(0)}/s, ratio ${(median(rates.outbox) / median(rates.pool)).toFixed(2)}`,
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
