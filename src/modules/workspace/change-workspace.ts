import { isTimeZone } from '../../platform/clock.ts';
import { parseDuration } from '../../platform/duration.ts';
import { mustBeFresh } from '../../platform/http/version.ts';
import type { Work } from '../../platform/work.ts';
import { refuse } from './refusals.ts';
import { lockWorkspace, type StoredWorkspace, saveWorkspace } from './store.ts';
import type { Lifetimes } from './workspace.ts';

type Change = Partial<Pick<StoredWorkspace, 'name' | 'language' | 'addressForm' | 'timeZone' | 'passwordMinimumLength'>> & {
  /** Lengths like `48h`, by name. */
  lifetimes?: Partial<Record<keyof Lifetimes, string | undefined>>;
};

/** Changes the workspace's own settings. Links and sessions that exist keep the end they were given. */
export async function changeWorkspace(
  { tx, workspace, record }: Work,
  change: Change,
  expectedVersion: number | undefined,
): Promise<StoredWorkspace> {
  const before = await lockWorkspace(tx, workspace.id);
  mustBeFresh(before.version, expectedVersion);
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) throw refuse('unknown-time-zone', { pointer: '/timeZone' });

  const { lifetimes, ...plain } = change;
  const after = await saveWorkspace(tx, workspace.id, {
    ...plain,
    ...(lifetimes && { lifetimes: withLengths(before.lifetimes, lifetimes) }),
  });
  record('workspace.changed', { type: 'workspace', id: workspace.id }, { before: settingsOf(before), after: settingsOf(after) });
  return after;
}

function withLengths(current: Lifetimes, lengths: NonNullable<Change['lifetimes']>): Lifetimes {
  const entries = Object.entries(lengths).flatMap(([name, text]) => {
    const length = text === undefined ? undefined : parseDuration(text);
    return length === undefined ? [] : [[name, length] as const];
  });
  return { ...current, ...Object.fromEntries(entries) };
}

const settingsOf = ({ name, language, addressForm, timeZone, lifetimes, passwordMinimumLength }: StoredWorkspace) => ({
  name,
  language,
  addressForm,
  timeZone,
  lifetimes,
  passwordMinimumLength,
});
