import { useState } from 'react';
import type { Problem } from '../../platform/http/contract.ts';
import { hasStatus, problemOf } from '../api.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { useChange } from '../query.ts';
import { hushSaved } from './tell.ts';
import type { DraftOf } from './use-draft.ts';

type Fields = Record<string, unknown>;
export type Stored<F extends Fields> = { fields: F; version?: number };

type Saving<F extends Fields, Result> = {
  draft: DraftOf<F>;
  /** What can be told without asking the server: fields that were left empty. */
  check?: () => Problem | undefined;
  save: () => Promise<Result>;
  /** The stored record as the new ground of the draft. */
  stored: (result: Result) => Stored<F>;
  /** Reads the record again after somebody else has changed it (412). */
  reread?: () => Promise<Stored<F>>;
  onSaved?: (result: Result) => unknown;
};

/**
 * Saving a draft: once at a time, however fast somebody clicks; nothing typed is lost on failure; a record that changed meanwhile is read again and both
 * states are laid side by side. What the save before said goes away, so that „saved“ never stands beside „not saved“.
 */
export function useSaving<F extends Fields, Result>({ draft, check, save, stored, reread, onSaved }: Saving<F, Result>) {
  const [stale, setStale] = useState<Stored<F>>();
  const [once] = useState(oneAtATime);
  const change = useChange<void, Result>(save, (result) => {
    const { fields, version } = stored(result);
    draft.accept(fields, version);
    return onSaved?.(result);
  });

  const onError = async (error: unknown): Promise<void> => {
    if (!hasStatus(error, 412) || !reread) return draft.fail(problemOf(error));
    try {
      setStale(await reread());
    } catch (failure) {
      draft.fail(problemOf(failure));
    }
  };

  return {
    isBusy: change.isPending,
    stale,
    submit: () =>
      once(async () => {
        setStale(undefined);
        const problem = check?.();
        draft.fail(problem);
        hushSaved();
        if (!problem) await change.mutateAsync().catch(onError);
      }),
    keepMine: () => {
      if (stale) draft.merge(stale.fields, stale.version);
      setStale(undefined);
    },
    dropMine: () => {
      if (stale) draft.accept(stale.fields, stale.version);
      setStale(undefined);
    },
  };
}

export type SavingOf<F extends Fields> = Omit<ReturnType<typeof useSaving<F, unknown>>, 'stale'> & { stale: Stored<F> | undefined };
