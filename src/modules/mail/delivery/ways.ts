import type { ClaimedMessage } from '../outbox/outbox-store.ts';
import { passwordContext } from '../setting/mail-setting.ts';
import { noAnswer } from './answer.ts';
import { type Delivered, deliverBySendmail, deliverBySmtp, deliverToTestMailbox } from './deliver.ts';
import type { DeskSetting, DeskTools, WayTools } from './desk.ts';
import { createLines } from './lines.ts';
import { type LocalWays, localWaysOf } from './local-ways.ts';
import { createSendmail } from './sendmail.ts';
import type { LineFailure, SmtpLimits, SmtpTarget } from './smtp-line.ts';

/** How the mails of one desk leave. */
export type Way = {
  /** How many mails may be on their way at a time. */
  lanes: number;
  /** Makes sure that the transport works before any mail is claimed. */
  prepare(): Promise<LineFailure | undefined>;
  deliver(mail: ClaimedMessage): Promise<Delivered>;
  /** Nothing is to be sent for the moment. */
  rest(): void;
  /** Ends what is open now. A mail on its way gets no answer any more. */
  breakOff(): void;
};

/** The way that the settings of a workspace name. */
export function createWay(setting: DeskSetting, tools: WayTools): Way {
  if (setting.transport === 'smtp') return wayBySmtp(setting, tools, { targetOf: () => targetOf(setting, tools), host: setting.host });
  const local = tools.local ?? usualWays;
  if (setting.transport === 'mail') return wayBySmtp(setting, tools, { targetOf: () => local.relay, host: local.relay.host });
  if (setting.transport === 'sendmail') return wayBySendmail(setting, tools, local.sendmailPath);
  return wayToTestMailbox(setting, tools);
}

type Place = { targetOf: () => SmtpTarget | LineFailure; host: string | null };

function wayBySmtp(setting: DeskSetting, tools: WayTools, { targetOf, host }: Place): Way {
  const lines = createLines(targetOf, tools.smtp);
  return {
    // While one lane waits for the database, another uses the line.
    lanes: 6 * tools.smtp.lines,
    prepare: lines.prepare,
    deliver: (mail) => deliverBySmtp(mail, { setting, tools, lines, host }),
    rest: lines.rest,
    breakOff: lines.breakOff,
  };
}

function wayBySendmail(setting: DeskSetting, tools: WayTools, path: string): Way {
  const sendmail = createSendmail(path, programLimit(tools.smtp.limits));
  return {
    lanes: tools.smtp.lines,
    prepare: sendmail.prepare,
    deliver: (mail) => deliverBySendmail(mail, { setting, tools, sendmail }),
    rest: () => {},
    breakOff: sendmail.breakOff,
  };
}

const wayToTestMailbox = (setting: DeskSetting, tools: WayTools): Way => ({
  lanes: 1,
  prepare: async () => undefined,
  deliver: (mail) => deliverToTestMailbox(mail, { setting, tools }),
  rest: () => {},
  breakOff: () => {},
});

/** A program does at once what a server does in two steps. */
export const programLimit = ({ envelope, final }: SmtpLimits): number => envelope + final;

const usualWays: LocalWays = localWaysOf({ sendmail: '/usr/sbin/sendmail', mailRelay: 'smtp://127.0.0.1:25' });

/** The workspace's own mail server, its password opened. */
export function targetOf(
  {
    host,
    port,
    encryption,
    userName,
    sealedPassword,
    workspaceId,
  }: Pick<DeskSetting, 'workspaceId' | 'host' | 'port' | 'encryption' | 'userName' | 'sealedPassword'>,
  { vault }: Pick<DeskTools, 'vault'>,
): SmtpTarget | LineFailure {
  if (!host || !port || !encryption) return { failure: 'host-unknown', ...noAnswer };
  try {
    return { host, port, encryption, userName, password: sealedPassword && vault.open(sealedPassword, passwordContext(workspaceId)) };
  } catch {
    return { failure: 'password-unreadable', ...noAnswer };
  }
}
