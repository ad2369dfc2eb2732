import { isTimeZone } from '../../platform/clock.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { type PasswordHasher, refusalOf } from '../password/index.ts';
import { refuseWorkspace } from '../workspace/index.ts';
import { administratorAddress, firstMinimumLength } from './open-workspace.ts';
import { refuse } from './refusals.ts';

/** What somebody has typed so far; what is absent is not judged yet. */
export type TypedOrder = Partial<Record<'workspace' | 'timeZone' | 'name' | 'email' | 'password', string | undefined>>;

/**
 * Refuses what set-up cannot take, every fault at its field at once. The wizard asks after each step, set-up itself once more, so that both say the same.
 */
export async function mustBeAcceptable(hasher: PasswordHasher, order: TypedOrder): Promise<void> {
  const { timeZone, email } = order;
  const refusals = [
    timeZone !== undefined && !isTimeZone(timeZone) ? refuseWorkspace('unknown-time-zone', { pointer: '/timeZone' }) : undefined,
    email === undefined ? undefined : refusalFrom(() => administratorAddress(email)),
    await passwordRefusal(hasher, order),
  ].filter((refusal) => refusal !== undefined);
  const [only, ...more] = refusals;
  if (!only) return;
  throw more.length === 0 ? only : refuse('several-faults', { fields: refusals.flatMap(({ fields }) => fields) });
}

async function passwordRefusal(hasher: PasswordHasher, { workspace, name, email, password }: TypedOrder): Promise<Refusal | undefined> {
  if (password === undefined) return undefined;
  const words = [email, name, workspace].filter((word) => word !== undefined);
  return refusalOf(await hasher.judge(password, { minimumLength: firstMinimumLength, words }), '/password');
}

function refusalFrom(attempt: () => unknown): Refusal | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
