import { SMTPServer } from 'smtp-server';
import { atEnd } from './servers.fixture.ts';

export type ArrivedMail = { to: string; messageId: string; text: string };

/** A mail server for one test that accepts everything and remembers what arrived, also what it could no longer confirm. */
export async function acceptingMailServer(): Promise<{ url: string; arrived: ArrivedMail[] }> {
  const arrived: ArrivedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.once('end', () => {
        arrived.push({ to: envelope.rcptTo[0]?.address ?? '', messageId: /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '', text });
        done();
      });
    },
  });
  // A client that is killed breaks its connections.
  smtp.on('error', () => {});
  const listening = smtp.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listening.once('listening', resolve));
  atEnd(() => new Promise((resolve) => smtp.close(() => resolve())));
  const address = smtp.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}?from=no-reply@muster.example`,
    arrived,
  };
}
