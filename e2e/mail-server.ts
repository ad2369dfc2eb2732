import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: the envelope, the bytes, and what they say. */
export type Arrived = { from: string; to: string[]; raw: string; email: Email };

/** A real mail server on 127.0.0.1 that keeps what it gets. */
export type MailServer = {
  /** For `PFORTE_SMTP_URL`. */
  url: string;
  port: number;
  mails: Arrived[];
  /** Waits for the next mail to somebody that no earlier call has answered. */
  next(to: string): Promise<Arrived>;
  /** Goes away in the middle of business; `start` brings it back at the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

const patience = 20_000;

/** With a `login` it takes nothing without it. Addresses that begin with `nobody` are refused at RCPT, as a mail server refuses a person it does not know. */
export async function startMailServer({ login }: { login?: { user: string; password: string } } = {}): Promise<MailServer> {
  const mails: Arrived[] = [];
  const taken = new Set<Arrived>();
  const waiting = new Set<() => void>();
  let server = create();
  let port = 0;

  function create(): SMTPServer {
    return new SMTPServer({
      authOptional: !login,
      allowInsecureAuth: true,
      disabledCommands: login ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth({ username, password }, _session, callback) {
        if (username === login?.user && password === login?.password) return callback(null, { user: username });
        return callback(Object.assign(new Error('5.7.8 Wrong user name or password'), { responseCode: 535 }));
      },
      onRcptTo({ address }, _session, callback) {
        if (!address.startsWith('nobody')) return callback();
        return callback(Object.assign(new Error('5.1.1 No such person here'), { responseCode: 550 }));
      },
      onData(stream, { envelope }, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks);
          mails.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString('latin1'),
            email: await PostalMime.parse(raw),
          });
          callback(null, '2.0.0 queued');
          for (const look of waiting) look();
        });
      },
    });
  }

  const start = () =>
    new Promise<void>((resolve, reject) => {
      server = create();
      server.on('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.server.address();
        port = typeof address === 'object' && address ? address.port : port;
        resolve();
      });
    });
  await start();

  return {
    url: `smtp://127.0.0.1:${port}?from=no-reply@muster-energie.example`,
    port,
    mails,
    next: (to) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = mails.find((mail) => mail.to.includes(to) && !taken.has(mail));
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          taken.add(found);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          const others = mails.map((mail) => `${mail.to.join()} „${mail.email.subject}“`).join(', ');
          reject(new Error(`No mail to ${to}. There were: ${others || 'none'}`));
        }, patience);
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    start,
  };
}

/** The one link in a mail that sets a password, as it stands in its plain text. */
export function linkIn({ email }: Arrived): string {
  const [link, ...more] = [...new Set(email.text?.match(/https?:\/\/\S+\/link\/\S+/g))];
  if (!link || more.length > 0) throw new Error(`Not exactly one link in „${email.subject}“:\n${email.text}`);
  return link;
}
