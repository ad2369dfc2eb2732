import type { ClaimedMessage } from '../outbox/outbox-store.ts';
import { type LocalWays, localWaysOf } from '../setting/local-ways.ts';
import { targetOf } from '../setting/smtp-target.ts';
import { createSendmail, programLimit } from '../transport/sendmail.ts';
import type { LineFailure, SmtpTarget } from '../transport/smtp-line.ts';
import { type Delivered, deliverBySendmail, deliverBySmtp, deliverToTestMailbox } from './deliver.ts';
import type { DeskSetting, WayTools } from './desk.ts';
import { createLines } from './lines.ts';

/** How the mails of one desk leave. */
export type Way = {
  /** How many mails may be on their way at a time. */
  lanes: number;
  /** Makes sure that the transport works before any mail is claimed. */
  prepare(): Promise<LineFailure | undefined>;
  deliver(mail: ClaimedMessage): Promise<Delivered>;
  /** Nothing is to be sent for the moment. */
  rest(): void;
  /** No further mail begins; those on their way go on. */
  halt(): void;
  /** Moreover, what has not come to the mail itself is broken off. */
  abandon(): void;
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
    halt: lines.halt,
    abandon: lines.abandon,
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
    halt: () => {},
    abandon: () => {},
    breakOff: sendmail.breakOff,
  };
}

const wayToTestMailbox = (setting: DeskSetting, tools: WayTools): Way => ({
  lanes: 1,
  prepare: async () => undefined,
  deliver: (mail) => deliverToTestMailbox(mail, { setting, tools }),
  rest: () => {},
  halt: () => {},
  abandon: () => {},
  breakOff: () => {},
});

const usualWays: LocalWays = localWaysOf({ sendmail: '/usr/sbin/sendmail', mailRelay: 'smtp://127.0.0.1:25' });
