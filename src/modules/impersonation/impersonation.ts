import { later, minutes } from '../../platform/clock.ts';
import type { Id } from '../../platform/id.ts';
import type { AccessId } from '../access/index.ts';
import type { SessionId } from '../session/index.ts';
import type { UserId } from '../user/index.ts';
import type { Workspace } from '../workspace/index.ts';

export type ImpersonationId = Id<'impersonation'>;

/** A user acts as somebody in a portal: asked for with a reason, begun within minutes, over at a fixed moment at the latest (rule 26). */
export type Impersonation = {
  id: ImpersonationId;
  accessId: AccessId;
  userId: UserId;
  /** The session in the console that it hangs on, and the generation of the user's account then: both must live on. */
  userSessionId: SessionId;
  userGeneration: number;
  reason: string;
  createdAt: Date;
  startableUntil: Date;
  endsAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

const timeToBegin = minutes(5);
/** Rule 26: whatever a workspace sets. */
const longest = minutes(30);

/** Until when it can be begun, and when it is over; both are counted from the moment somebody asks for it. */
export function termsOf({ lifetimes }: Pick<Workspace, 'lifetimes'>, now: Date): Pick<Impersonation, 'startableUntil' | 'endsAt'> {
  const endsAt = later(now, Math.min(lifetimes.impersonation, longest));
  const startableUntil = later(now, timeToBegin);
  return { startableUntil: startableUntil < endsAt ? startableUntil : endsAt, endsAt };
}
