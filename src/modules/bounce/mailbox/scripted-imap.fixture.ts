import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from '../../mail/delivery/certificate.fixture.ts';

/** A tagged answer without its tag (`OK done`), or what a server does instead of answering. */
type Reply = string | 'drop' | 'hang';

/** What the server says at each step; what is absent goes well. Each may be exchanged while the server runs. */
export type ImapScript = {
  greeting?: () => Reply;
  login?: (user: string, password: string) => Reply;
  select?: (folder: string) => Reply;
  search?: () => Reply;
  /** Before a mail is handed out. */
  fetch?: (uid: number) => Reply | undefined;
  store?: () => Reply;
};

export type ScriptedImapOptions = {
  certificate?: Certificate;
  tls?: boolean;
  startTls?: boolean;
  /** Without it, as servers of old: no UIDPLUS. */
  uidPlus?: boolean;
  loginDisabled?: boolean;
};

type StoredMail = { uid: number; raw: Buffer; flags: Set<string> };

export type ScriptedImap = {
  port: number;
  script: ImapScript;
  /** One folder: INBOX. */
  folder: { uidValidity: number; mails: StoredMail[] };
  commands: string[];
  /** Puts a mail into the folder, answers its UID. */
  deliver(raw: Buffer): number;
  /** Everything again under new numbers, as after a restore. */
  renumber(): void;
  connections(): number;
  close(): Promise<void>;
};

/** As much of IMAP4rev1 (RFC 3501) as reading one folder takes. It listens on 127.0.0.1. */
export async function startScriptedImap(options: ScriptedImapOptions = {}): Promise<ScriptedImap> {
  const folder: ScriptedImap['folder'] = { uidValidity: 700, mails: [] };
  const state: State = { script: {}, folder, commands: [], options };
  const sockets = new Set<Socket>();
  let connections = 0;
  let nextUid = 1;
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(options.tls ? secured(socket, options) : socket, state, { encrypted: options.tls === true, greet: true });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return Object.assign(state, {
    port: typeof address === 'object' && address ? address.port : 0,
    deliver(raw: Buffer) {
      folder.mails.push({ uid: nextUid, raw, flags: new Set() });
      nextUid += 1;
      return nextUid - 1;
    },
    renumber() {
      folder.uidValidity += 1;
      nextUid = 1;
      for (const mail of folder.mails) {
        mail.uid = nextUid;
        nextUid += 1;
      }
    },
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

type State = Pick<ScriptedImap, 'script' | 'folder' | 'commands'> & { options: ScriptedImapOptions };

function secured(socket: Socket, { certificate }: ScriptedImapOptions): Socket {
  const encrypted = new TLSSocket(socket, { isServer: true, ...certificate });
  encrypted.on('error', () => {});
  return encrypted;
}

function converse(socket: Socket, state: State, { encrypted, greet }: { encrypted: boolean; greet: boolean }): void {
  const { options, folder } = state;
  let buffered = '';

  const act = (reply: Reply, tag = '*') => {
    if (reply === 'drop') socket.destroy();
    else if (reply !== 'hang') socket.write(`${tag} ${reply}\r\n`);
  };
  const say = (line: string) => socket.write(`* ${line}\r\n`);
  const capabilities = () =>
    [
      'CAPABILITY IMAP4rev1',
      ...(options.uidPlus === false ? [] : ['UIDPLUS']),
      ...(options.startTls && !encrypted ? ['STARTTLS'] : []),
      ...(options.loginDisabled ? ['LOGINDISABLED'] : []),
    ].join(' ');

  function command(line: string): void {
    const [tag = '*', verb = '', ...rest] = line.split(' ');
    const name = (verb.toUpperCase() === 'UID' ? `UID ${rest.shift() ?? ''}` : verb).toUpperCase();
    const given = rest.join(' ');
    state.commands.push(name === 'LOGIN' ? name : `${name} ${given}`.trim());
    const done = () => act('OK done', tag);
    const steps: Record<string, () => void> = {
      CAPABILITY: () => {
        say(capabilities());
        done();
      },
      STARTTLS: () => {
        if (!options.startTls) return act('BAD not here', tag);
        done();
        socket.removeAllListeners('data');
        converse(secured(socket, options), state, { encrypted: true, greet: false });
      },
      LOGIN: () => {
        const [user = '', password = ''] = strings(given);
        act(state.script.login?.(user, password) ?? 'OK signed in', tag);
      },
      LIST: () => {
        if (['INBOX', '*', ''].includes(strings(given)[1] ?? '')) say('LIST (\\HasNoChildren) "/" INBOX');
        done();
      },
      LSUB: done,
      SELECT: () => {
        const [asked = ''] = strings(given);
        const reply =
          state.script.select?.(asked) ?? (asked.toUpperCase() === 'INBOX' ? 'OK [READ-WRITE] open' : 'NO [NONEXISTENT] no such folder');
        if (!reply.startsWith('OK')) return act(reply, tag);
        say('FLAGS (\\Seen \\Deleted)');
        say(`${folder.mails.length} EXISTS`);
        say(`OK [UIDVALIDITY ${folder.uidValidity}] valid`);
        say(`OK [UIDNEXT ${(folder.mails.at(-1)?.uid ?? 0) + 1}] next`);
        act(reply, tag);
      },
      'UID SEARCH': () => {
        const reply = state.script.search?.();
        if (reply) return act(reply, tag);
        const from = Number(/(\d+):\*/.exec(given)?.[1] ?? 1);
        const found = folder.mails.filter(({ uid }) => uid >= from).map(({ uid }) => uid);
        // RFC 9051, 9: „*“ is the largest number in use, and a range has no direction.
        const last = folder.mails.at(-1)?.uid;
        say(`SEARCH ${(found.length || last === undefined ? found : [last]).join(' ')}`.trim());
        done();
      },
      'UID FETCH': () => {
        const uid = Number(rest[0]);
        const reply = state.script.fetch?.(uid);
        if (reply) return act(reply, tag);
        const at = folder.mails.findIndex((mail) => mail.uid === uid);
        const most = Number(/<0\.(\d+)>/.exec(given)?.[1] ?? Number.MAX_SAFE_INTEGER);
        const raw = folder.mails[at]?.raw.subarray(0, most);
        if (raw) {
          socket.write(`* ${at + 1} FETCH (UID ${uid} BODY[]<0> {${raw.length}}\r\n`);
          socket.write(raw);
          socket.write(')\r\n');
        }
        done();
      },
      'UID STORE': () => {
        const reply = state.script.store?.();
        if (reply) return act(reply, tag);
        const flags = /\(([^)]*)\)/.exec(given)?.[1]?.split(' ') ?? [];
        for (const mail of folder.mails) if (uidsIn(rest[0]).includes(mail.uid)) for (const flag of flags) mail.flags.add(flag);
        done();
      },
      'UID EXPUNGE': () => {
        folder.mails = folder.mails.filter(({ uid, flags }) => !(uidsIn(rest[0]).includes(uid) && flags.has('\\Deleted')));
        done();
      },
      EXPUNGE: () => {
        folder.mails = folder.mails.filter(({ flags }) => !flags.has('\\Deleted'));
        done();
      },
      LOGOUT: () => {
        say('BYE');
        done();
        socket.end();
      },
    };
    (steps[name] ?? (() => act('BAD unknown command', tag)))();
  }

  socket.on('data', (chunk) => {
    buffered += chunk.toString('latin1');
    for (;;) {
      const end = buffered.indexOf('\r\n');
      if (end < 0) return;
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + 2);
      command(line);
    }
  });
  if (greet) act(state.script.greeting?.() ?? `OK [${capabilities()}] scripted.example`);
}

/** Quoted strings and atoms of a command. */
const strings = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, atom]) => quoted?.replace(/\\(.)/g, '$1') ?? atom ?? '');

const uidsIn = (set = ''): number[] =>
  set.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split(':').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
