import { createServer, type Socket } from 'node:net';

/** What the sink does with a mail. `dropAfter`: takes it and hangs up without an answer. `hangUp`: hangs up in the middle of it. */
export type Fault = 'none' | 'defer' | 'refuse' | 'drop-after' | 'drop-before' | 'hang-up';

/** What came of one recipient's mail: how often it arrived whole, under which Message-IDs, and how often that was left unanswered or answered with yes. */
export type Arrival = { to: string; messageIds: string[]; taken: number; unanswered: number; refused: number };

export type Sink = { port: number; arrivals: Map<string, Arrival>; mails: () => number; close: () => Promise<void> };

/** A mail server on 127.0.0.1 that does no more than it must. `faultOf` is asked once for each mail, with its recipient. */
export async function startSink(faultOf: (to: string) => Fault = () => 'none', delayMillis = 0): Promise<Sink> {
  const arrivals = new Map<string, Arrival>();
  const sockets = new Set<Socket>();
  let mails = 0;

  const arrivalOf = (to: string): Arrival => {
    const known = arrivals.get(to) ?? { to, messageIds: [], taken: 0, unanswered: 0, refused: 0 };
    arrivals.set(to, known);
    return known;
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    let buffered = '';
    let to = '';
    let fault: Fault = 'none';
    let collecting = false;
    const answer = (line: string) => socket.write(`${line}\r\n`);

    function arrived(raw: string): void {
      const arrival = arrivalOf(to);
      mails += 1;
      arrival.messageIds.push(/^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '');
      if (fault === 'drop-after') {
        arrival.unanswered += 1;
        socket.destroy();
        return;
      }
      arrival.taken += 1;
      if (delayMillis) setTimeout(answer, delayMillis, '250 2.0.0 ok');
      else answer('250 2.0.0 ok');
    }

    const commands: Record<string, (line: string) => void> = {
      EHLO: () => answer('250-sink\r\n250-PIPELINING\r\n250 8BITMIME'),
      MAIL: () => {
        to = '';
        answer('250 ok');
      },
      RCPT: (line) => {
        const named = /<([^>]*)>/.exec(line)?.[1] ?? '';
        fault = faultOf(named);
        if (fault === 'defer') return answer('451 4.7.1 later');
        if (fault === 'drop-before') return socket.destroy();
        if (fault === 'refuse') {
          arrivalOf(named).refused += 1;
          return answer('550 5.1.1 no such user');
        }
        to = named;
        return answer('250 ok');
      },
      DATA: () => {
        if (!to) return answer('503 5.5.1 no recipients');
        collecting = true;
        return answer('354 go');
      },
      RSET: () => answer('250 ok'),
      QUIT: () => socket.end('221 bye\r\n'),
    };

    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      if (collecting && fault === 'hang-up') return socket.destroy();
      for (;;) {
        const mark = collecting ? '\r\n.\r\n' : '\r\n';
        const end = buffered.indexOf(mark);
        if (end < 0) return;
        const part = buffered.slice(0, end);
        buffered = buffered.slice(end + mark.length);
        if (collecting) {
          collecting = false;
          arrived(part);
        } else (commands[part.slice(0, 4).toUpperCase()] ?? (() => answer('500 what')))(part);
      }
    });
    answer('220 sink');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    arrivals,
    mails: () => mails,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

// As a process of its own it shares no event loop with whoever is measured.
if (import.meta.main) {
  const sink = await startSink();
  process.send?.(sink.port);
  process.on('message', () => process.send?.(sink.mails()));
}
