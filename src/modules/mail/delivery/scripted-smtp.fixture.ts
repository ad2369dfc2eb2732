import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './certificate.fixture.ts';

/** What the server does next: says this line, says nothing any more, or ends the connection without a word. */
export type Reply = string | 'hang' | 'drop';

export type ReceivedMail = { from: string; to: string[]; raw: string; messageId: string; encrypted: boolean };

/** The answers at each step. What is left out is answered as a well-behaved server does. */
export type SmtpScript = {
  greeting?: () => Reply | Promise<Reply>;
  auth?: (user: string, password: string) => Reply;
  mail?: (from: string) => Reply;
  rcpt?: (to: string) => Reply;
  data?: () => Reply;
  /** Asked when the mail has arrived whole, before it is answered. */
  content?: (mail: ReceivedMail) => Reply | Promise<Reply>;
  starttls?: () => Reply;
};

export type ScriptedSmtpOptions = {
  script?: SmtpScript;
  port?: number;
  certificate?: Certificate;
  /** Offers STARTTLS; needs a certificate. */
  startTls?: boolean;
  /** TLS from the first byte; needs a certificate. */
  tls?: boolean;
  offersAuth?: boolean;
};

export type ScriptedSmtp = {
  port: number;
  /** Every mail that arrived whole, also those whose arrival was never confirmed. */
  mails: ReceivedMail[];
  /** Every command, for tests that look at what went over the line. */
  commands: string[];
  /** May be exchanged while the server runs. */
  script: SmtpScript;
  connections(): number;
  close(): Promise<void>;
};

/** A mail server on 127.0.0.1 that behaves as badly as it is told to. */
export async function startScriptedSmtp(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const state = { mails: [] as ReceivedMail[], commands: [] as string[], script: options.script ?? {} };
  const server = createServer((socket) => {
    connections += 1;
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(options.tls ? secured(socket, options) : socket, options.tls === true, options, state);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  return Object.assign(state, {
    port: typeof address === 'object' && address ? address.port : 0,
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

type State = { mails: ReceivedMail[]; commands: string[]; script: SmtpScript };

function secured(socket: Socket, { certificate }: ScriptedSmtpOptions): Socket {
  const encrypted = new TLSSocket(socket, { isServer: true, ...certificate });
  encrypted.on('error', () => {});
  return encrypted;
}

function converse(socket: Socket, encrypted: boolean, options: ScriptedSmtpOptions, state: State, greet = true): void {
  let buffered = '';
  let from = '';
  let to: string[] = [];
  let collecting = false;
  let inTransaction = false;
  let login: ((line: string) => void) | undefined;

  const answer = (reply: Reply) => {
    if (reply === 'drop') socket.destroy();
    else if (reply !== 'hang') socket.write(`${reply}\r\n`);
  };

  const greetingLines = () => [
    'scripted.example',
    'PIPELINING',
    '8BITMIME',
    ...(options.startTls && !encrypted ? ['STARTTLS'] : []),
    ...(options.offersAuth ? ['AUTH PLAIN LOGIN'] : []),
  ];

  function command(line: string): void {
    state.commands.push(line);
    if (login) {
      login(line);
      return;
    }
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    const steps: Record<string, () => void> = {
      EHLO: () =>
        answer(
          greetingLines()
            .map((text, index, all) => `250${index === all.length - 1 ? ' ' : '-'}${text}`)
            .join('\r\n'),
        ),
      HELO: () => answer('250 scripted.example'),
      STARTTLS: () => upgrade(),
      AUTH: () => authenticate(line),
      MAIL: () => {
        // RFC 5321 4.1.4: a transaction that was begun has to be ended first.
        const reply = inTransaction ? '503 5.5.1 nested MAIL' : (state.script.mail?.(addressIn(line)) ?? '250 2.1.0 ok');
        if (reply.startsWith('2')) {
          inTransaction = true;
          from = addressIn(line);
          to = [];
        }
        answer(reply);
      },
      RCPT: () => {
        const reply = state.script.rcpt?.(addressIn(line)) ?? '250 2.1.5 ok';
        if (reply.startsWith('2')) to.push(addressIn(line));
        answer(reply);
      },
      DATA: () => {
        const reply = to.length ? (state.script.data?.() ?? '354 go ahead') : '503 5.5.1 no recipients';
        collecting = reply.startsWith('3');
        answer(reply);
      },
      RSET: () => {
        inTransaction = false;
        answer('250 2.0.0 ok');
      },
      QUIT: () => socket.end('221 2.0.0 bye\r\n'),
    };
    (steps[verb] ?? (() => answer('500 5.5.2 unknown command')))();
  }

  function upgrade(): void {
    const reply = state.script.starttls?.() ?? (options.startTls ? '220 2.0.0 ready' : '502 5.5.1 not here');
    answer(reply);
    if (!reply.startsWith('2')) return;
    socket.removeAllListeners('data');
    converse(secured(socket, options), true, options, state, false);
  }

  function authenticate(line: string): void {
    const judge = (encoded: string) => {
      const [, user = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split('\0');
      answer(state.script.auth?.(user, password) ?? '235 2.7.0 ok');
    };
    const initial = line.split(' ')[2];
    if (initial) {
      judge(initial);
      return;
    }
    login = (next) => {
      login = undefined;
      judge(next);
    };
    answer('334 ');
  }

  function arrived(raw: string): void {
    collecting = false;
    inTransaction = false;
    const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
    const mail = { from, to, raw: raw.replace(/^\.\./gm, '.'), messageId, encrypted };
    state.mails.push(mail);
    Promise.resolve(state.script.content?.(mail) ?? `250 2.0.0 queued as ${state.mails.length}`).then(answer, () => answer('drop'));
  }

  socket.on('data', (chunk) => {
    buffered += chunk.toString('latin1');
    for (;;) {
      const end = collecting ? buffered.indexOf('\r\n.\r\n') : buffered.indexOf('\r\n');
      if (end < 0) return;
      const part = buffered.slice(0, end);
      buffered = buffered.slice(end + (collecting ? 5 : 2));
      if (collecting) arrived(part);
      else command(part);
    }
  });
  if (greet) Promise.resolve(state.script.greeting?.() ?? '220 scripted.example ESMTP').then(answer, () => answer('drop'));
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
