import { later } from '../../../platform/clock.ts';
import { hasExpired, type WithdrawalCause } from '../mail.ts';
import { type ClaimedMessage, claimMessages, releaseMessages, withdrawMessages } from '../outbox/outbox-store.ts';
import { type DeskSetting, type DeskTools, leaseOf } from './desk.ts';

/** What a desk has claimed and not begun yet. */
export type Intake = {
  /** The next mail that may leave, `undefined` when nothing is due. */
  take(): Promise<ClaimedMessage | undefined>;
  /** Lays a mail aside that was taken and could not be begun: it is given back with the others. */
  layAside(mail: ClaimedMessage): void;
  /** Unclaims what was not begun. What fails is done by the next call. */
  giveBack(): Promise<void>;
  hasAny(): boolean;
};

/** Claims a batch at a time and takes out what must not leave any more, which then shows why. */
export function createIntake(setting: DeskSetting, tools: DeskTools): Intake {
  const { workspaceId } = setting;
  const { db, clock, smtp, workerId, findDeadLinks } = tools;
  const waiting: ClaimedMessage[] = [];
  const aside: ClaimedMessage[] = [];
  let claiming: Promise<number> | undefined;
  let isMore = false;

  async function claim(): Promise<number> {
    const now = clock.now();
    const claimed = await claimMessages(
      db,
      { workspaceId, workerId, version: setting.version, now, until: later(now, leaseOf(smtp)) },
      smtp.batch,
    );
    isMore = claimed.length === smtp.batch;
    if (!claimed.length) return 0;
    forget(claimed);
    try {
      waiting.push(...(await withoutDead(claimed, now)));
    } catch (error) {
      aside.push(...claimed);
      throw error;
    }
    return claimed.length;
  }

  /** What has waited here longer than its claim held comes again with a new one, and must not leave twice. */
  function forget(claimed: ClaimedMessage[]): void {
    const ids = new Set(claimed.map(({ id }) => id));
    waiting.push(...waiting.splice(0).filter(({ id }) => !ids.has(id)));
  }

  /** Ends the mails that must not leave any more; answers the others. */
  async function withoutDead(claimed: ClaimedMessage[], now: Date): Promise<ClaimedMessage[]> {
    const causes = await causesAgainst(claimed, now);
    for (const cause of new Set(causes.values())) {
      const ids = claimed.filter(({ id }) => causes.get(id) === cause).map(({ id }) => id);
      await withdrawMessages(db, { workspaceId, cause, now, ids });
    }
    return claimed.filter(({ id }) => !causes.has(id));
  }

  async function causesAgainst(claimed: ClaimedMessage[], now: Date): Promise<Map<ClaimedMessage['id'], WithdrawalCause>> {
    const withLink = claimed.filter(({ linkId }) => linkId);
    const dead = findDeadLinks && withLink.length ? await findDeadLinks(db, workspaceId, withLink, now) : new Set();
    const causeOf = (mail: ClaimedMessage): WithdrawalCause | undefined => {
      if (hasExpired(mail, now)) return 'link-expired';
      return dead.has(mail.id) ? 'link-dead' : undefined;
    };
    return new Map(
      claimed.flatMap((mail) => {
        const cause = causeOf(mail);
        return cause ? [[mail.id, cause] as const] : [];
      }),
    );
  }

  /** One claim at a time, whoever asks. */
  function claimOnce(): Promise<number> {
    claiming ??= claim().finally(() => {
      claiming = undefined;
    });
    return claiming;
  }

  return {
    async take() {
      for (;;) {
        const mail = waiting.shift();
        // Claims ahead, so that no lane waits for the database; an error comes back with the claim that is waited for.
        if (mail && isMore && waiting.length < smtp.batch / 2) claimOnce().catch(() => {});
        if (mail) return mail;
        if ((await claimOnce()) === 0) return undefined;
      }
    },
    layAside: (mail) => aside.push(mail),
    hasAny: () => waiting.length + aside.length > 0,
    async giveBack() {
      await claiming?.catch(() => {});
      aside.push(...waiting.splice(0));
      const mails = aside.splice(0);
      const ids = mails.map(({ id }) => id);
      await releaseMessages(db, workspaceId, workerId, ids).catch((error: unknown) => {
        aside.push(...mails);
        throw error;
      });
    },
  };
}
