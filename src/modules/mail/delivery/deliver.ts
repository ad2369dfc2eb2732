import { newId } from '../../../platform/id.ts';
import { afterAttempt, type Outcome, retryPlan } from '../mail.ts';
import { linkContext, revealLink } from '../outbox/link-mask.ts';
import { type ClaimedMessage, finishAttempt, giveUpMessage, releaseMessages } from '../outbox/outbox-store.ts';
import { taggedReturnPath } from '../outbox/return-tag.ts';
import { lockSettingInForce } from '../setting/in-force-store.ts';
import { insertTestMail } from '../test-mailbox/test-mailbox-store.ts';
import { noAnswer } from '../transport/answer.ts';
import { compose } from '../transport/compose.ts';
import type { Sendmail } from '../transport/sendmail.ts';
import type { LineFailure, SmtpLine } from '../transport/smtp-line.ts';
import type { DeskSetting, WayTools } from './desk.ts';
import type { Lines } from './lines.ts';

/**
 * What became of one mail in this round: the server took it or refused it, it was put off or left without an answer, it was given up without a try,
 * it may not leave after all, or the transport as a whole does not work.
 */
export type Delivered = 'answered' | 'put-off' | 'given-up' | 'stayed' | LineFailure;

type Setting = { setting: DeskSetting; tools: WayTools };
type Letter = ReturnType<typeof compose>;

/** How many mails the test mailbox keeps. */
const testMailsKept = 500;

/** After so many milliseconds of waiting for a line it is asked again whether the mail may still leave: what was blocked is blocked within a second. */
const longestWait = 500;

/** `host`: the server that the lines lead to. The try is written down before a line is taken, so that no line waits for the database. */
export async function deliverBySmtp(
  mail: ClaimedMessage,
  { setting, tools, lines, host }: Setting & { lines: Lines; host: string | null },
): Promise<Delivered> {
  const letter = await prepareLetter(mail, { setting, tools });
  if (!letter) return 'given-up';
  const number = await tools.journal.begin(mail, { transport: setting.transport, host, tls: null });
  if (number === undefined) return stay(mail, { setting, tools });

  const since = performance.now();
  const unbegun = async (): Promise<Delivered> => {
    await tools.journal.takeBack(mail, number);
    return 'stayed';
  };
  const mayStillLeave = () => mayLeave(mail, number, tools);
  const line = await lines.take();
  if (line === 'closed') return unbegun();
  if ('failure' in line) {
    await tools.journal.takeBack(mail, number);
    return line;
  }
  if (performance.now() - since > longestWait && !(await mayStillLeave())) {
    lines.giveBack(line);
    return unbegun();
  }
  const { tls } = line;
  const outcome = await handOver(letter, line, lines, mayStillLeave);
  if (!outcome) return unbegun();
  await tools.journal.end(mail, number, outcome, tls);
  return deliveredOf(outcome);
}

export async function deliverBySendmail(
  mail: ClaimedMessage,
  { setting, tools, sendmail }: Setting & { sendmail: Sendmail },
): Promise<Delivered> {
  const letter = await prepareLetter(mail, { setting, tools });
  if (!letter) return 'given-up';
  const number = await tools.journal.begin(mail, { transport: 'sendmail', host: null, tls: null });
  if (number === undefined) return stay(mail, { setting, tools });
  if (sendmail.isClosed()) {
    await tools.journal.takeBack(mail, number);
    return 'stayed';
  }
  const outcome = await sendmail.send(letter);
  await tools.journal.end(mail, number, outcome);
  return deliveredOf(outcome);
}

function deliveredOf(outcome: Outcome): Delivered {
  if (outcome.kind === 'transport-failed')
    return { failure: outcome.cause, code: outcome.code, enhancedCode: outcome.enhancedCode, answer: outcome.answer };
  return outcome.kind === 'accepted' || outcome.kind === 'refused' ? 'answered' : 'put-off';
}

/**
 * A line that broke before the mail was on its way is replaced at once; if there is no other, the server is away and the mail waits unharmed.
 * `undefined`: we ended the line ourselves before the mail was on its way, and it is as if the try had never been.
 */
async function handOver(letter: Letter, line: SmtpLine, lines: Lines, mayStillLeave: () => Promise<boolean>): Promise<Outcome | undefined> {
  const first = await line.send(letter).finally(() => lines.giveBack(line));
  if (!first.lost) return first.outcome;
  const other = await lines.take();
  if (other === 'closed') return undefined;
  if ('failure' in other)
    return { kind: 'transport-failed', cause: other.failure, code: other.code, enhancedCode: other.enhancedCode, answer: other.answer };
  // Waiting for a line may take long; meanwhile the mail may have been withdrawn, or be another worker's.
  if (!(await mayStillLeave())) {
    lines.giveBack(other);
    return first.outcome;
  }
  const second = await other.send(letter).finally(() => lines.giveBack(other));
  return second.outcome;
}

/**
 * Keeps the mail for looking at, with its link still usable, in the same transaction that marks it. Where another way was chosen meanwhile, which
 * emptied the test mailbox, the mail leaves by that one.
 */
export async function deliverToTestMailbox(mail: ClaimedMessage, { setting, tools }: Setting): Promise<Delivered> {
  const { db, clock } = tools;
  const letter = await prepareLetter(mail, { setting, tools });
  if (!letter) return 'given-up';
  const number = await tools.journal.begin(mail, { transport: 'test-mailbox', host: null, tls: null });
  if (number === undefined) return stay(mail, { setting, tools });
  const now = clock.now();
  const { workspaceId } = setting;
  const isKept = await db.transaction().execute(async (tx) => {
    if (!(await lockSettingInForce(tx, setting))) return false;
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
    return true;
  });
  if (isKept) return 'answered';
  await tools.journal.takeBack(mail, number);
  return 'stayed';
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
    const { returnPath, returnPathTags } = setting;
    const from = returnPath && returnPathTags ? taggedReturnPath(returnPath, mail.id, { workspaceId, vault }) : returnPath;
    return compose({ ...mail, ...revealLink(mail, linkUrl), ...setting, returnPath: from, linkUrl });
  } catch (error) {
    log.error({ err: error, messageId: mail.id }, 'a mail cannot be put together and is given up');
    await giveUpMessage(db, { workspaceId, workerId, now: clock.now() }, mail.id, 'unreadable');
    return undefined;
  }
}

/**
 * Asked with a line in hand. Where the database does not answer, the mail does not leave now: an error would take the line with it, and every other lane
 * would wait for that one for ever.
 */
async function mayLeave(mail: ClaimedMessage, number: number, { journal, log }: WayTools): Promise<boolean> {
  try {
    return await journal.renew(mail, number);
  } catch (error) {
    log.warn({ err: error, messageId: mail.id }, 'nobody could tell whether a mail may still leave; it waits');
    return false;
  }
}

/** Gives back a mail whose try was not begun. */
async function stay(mail: ClaimedMessage, { setting, tools }: Setting): Promise<Delivered> {
  await releaseMessages(tools.db, setting.workspaceId, tools.workerId, [mail.id]);
  return 'stayed';
}
