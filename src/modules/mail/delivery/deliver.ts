import { setTimeout as sleep } from 'node:timers/promises';
import { later } from '../../../platform/clock.ts';
import { newId } from '../../../platform/id.ts';
import { afterAttempt, type Outcome, retryPlan } from '../mail.ts';
import { linkContext } from '../outbox/leave-mail.ts';
import {
  type AttemptPlace,
  type ClaimedMessage,
  finishAttempt,
  giveUpMessage,
  releaseMessages,
  startAttempt,
} from '../outbox/outbox-store.ts';
import { insertTestMail } from '../test-mailbox/test-mailbox-store.ts';
import { noAnswer } from './answer.ts';
import { compose } from './compose.ts';
import { type DeskSetting, type DeskTools, leaseOf } from './desk.ts';
import type { Lines } from './lines.ts';
import type { LineFailure, SmtpLine } from './smtp-line.ts';

/**
 * What became of one mail in this round: the server took it or refused it, it was put off or left without an answer, it was given up without a try,
 * it may not leave after all, there was no line for it, or the transport as a whole does not work.
 */
export type Delivered = 'answered' | 'put-off' | 'given-up' | 'stayed' | 'no-line' | LineFailure;

type Setting = { setting: DeskSetting; tools: DeskTools };
type Letter = Awaited<ReturnType<typeof compose>>;

/** How many mails the test mailbox keeps. */
const testMailsKept = 500;

export async function deliverBySmtp(mail: ClaimedMessage, { setting, tools, lines }: Setting & { lines: Lines }): Promise<Delivered> {
  const letter = await prepareLetter(mail, { setting, tools });
  if (!letter) return 'given-up';
  const line = await lines.take();
  if (line === 'none') {
    await stay(mail, { setting, tools });
    return 'no-line';
  }
  if ('failure' in line) return line;

  const number = await begin(mail, { setting, tools }, { transport: 'smtp', host: setting.host, tls: line.tls });
  if (number === undefined) {
    lines.giveBack(line);
    return stay(mail, { setting, tools });
  }
  const outcome = await handOver(letter, line, lines);
  await end(mail, { setting, tools }, number, outcome);
  if (outcome.kind === 'transport-failed')
    return { failure: outcome.cause, code: outcome.code, enhancedCode: outcome.enhancedCode, answer: outcome.answer };
  return outcome.kind === 'accepted' || outcome.kind === 'refused' ? 'answered' : 'put-off';
}

/** A line that broke before the mail was on its way is replaced at once; if there is no other, the server is away and the mail waits unharmed. */
async function handOver(letter: Letter, line: SmtpLine, lines: Lines): Promise<Outcome> {
  const first = await line.send(letter).finally(() => lines.giveBack(line));
  if (!first.lost) return first.outcome;
  const other = await lines.take();
  if (other === 'none') return first.outcome;
  if ('failure' in other)
    return { kind: 'transport-failed', cause: other.failure, code: other.code, enhancedCode: other.enhancedCode, answer: other.answer };
  const second = await other.send(letter).finally(() => lines.giveBack(other));
  return second.outcome;
}

/** Keeps the mail for looking at, with its link still usable, in the same transaction that marks it. */
export async function deliverToTestMailbox(mail: ClaimedMessage, { setting, tools }: Setting): Promise<Delivered> {
  const { db, clock } = tools;
  const letter = await prepareLetter(mail, { setting, tools });
  if (!letter) return 'given-up';
  const number = await begin(mail, { setting, tools }, { transport: 'test-mailbox', host: null, tls: null });
  if (number === undefined) return stay(mail, { setting, tools });
  const now = clock.now();
  const { workspaceId } = setting;
  await db.transaction().execute(async (tx) => {
    const shown = { subject: mail.subject, html: letter.html, text: letter.text, raw: letter.raw.toString('latin1') };
    await insertTestMail(
      tx,
      {
        workspaceId,
        id: newId(now),
        messageId: mail.id,
        receivedAt: now,
        sender: setting.senderAddress,
        recipient: mail.recipientAddress,
        ...shown,
      },
      testMailsKept,
    );
    const outcome: Outcome = { kind: 'accepted', ...noAnswer };
    await finishAttempt(tx, {
      workspaceId,
      workerId: tools.workerId,
      id: mail.id,
      number,
      now,
      outcome,
      change: afterAttempt(mail, outcome, now),
    });
  });
  return 'answered';
}

/** A mail that cannot be put together is given up visibly, so that it neither stops the others nor is tried for ever. */
async function prepareLetter(mail: ClaimedMessage, { setting, tools }: Setting): Promise<Letter | undefined> {
  const { db, clock, vault, log, workerId } = tools;
  const { workspaceId } = setting;
  if (mail.deferrals > retryPlan.length) {
    await giveUpMessage(db, { workspaceId, workerId, now: clock.now() }, mail.id, 'interrupted');
    return undefined;
  }
  try {
    const linkUrl = mail.sealedLink && vault.open(mail.sealedLink, linkContext(mail.id));
    return await compose({ ...mail, ...setting, linkUrl });
  } catch (error) {
    log.error({ err: error, messageId: mail.id }, 'a mail cannot be put together and is given up');
    await giveUpMessage(db, { workspaceId, workerId, now: clock.now() }, mail.id, 'unreadable');
    return undefined;
  }
}

const claimOf = ({ setting, tools }: Setting) => {
  const now = tools.clock.now();
  return { workspaceId: setting.workspaceId, workerId: tools.workerId, now, until: later(now, leaseOf(tools.smtp)) };
};

const begin = (mail: ClaimedMessage, { setting, tools }: Setting, place: AttemptPlace) =>
  startAttempt(tools.db, claimOf({ setting, tools }), mail.id, place);

async function stay(mail: ClaimedMessage, { setting, tools }: Setting): Promise<Delivered> {
  await releaseMessages(tools.db, setting.workspaceId, tools.workerId, [mail.id]);
  return 'stayed';
}

/** The answer of the server must not get lost because the database stumbles: without it the mail would be sent twice. */
async function end(mail: ClaimedMessage, { setting, tools }: Setting, number: number, outcome: Outcome): Promise<void> {
  const now = tools.clock.now();
  const finished = {
    workspaceId: setting.workspaceId,
    workerId: tools.workerId,
    id: mail.id,
    number,
    now,
    outcome,
    change: afterAttempt(mail, outcome, now),
  };
  for (const pause of [100, 500, 2000]) {
    try {
      return await finishAttempt(tools.db, finished);
    } catch (error) {
      tools.log.warn({ err: error, messageId: mail.id }, 'the end of a try could not be written; it is written again');
      await sleep(pause);
    }
  }
  await finishAttempt(tools.db, finished);
}
