import { useState } from 'react';
import { type ProblemError, problemOf } from '../api.ts';
import { useChange } from '../query.ts';
import type { DraftOf } from './use-draft.ts';

type Fields = Record<string, unknown>;
export type Stored<F extends Fields> = { fields: F; version?: number };

type Saving<F extends Fields, Result> = {
  draft: DraftOf<F>;
  save: () => Promise<Result>;
  /** The stored record as the new ground of the draft. */
  stored: (result: Result) => Stored<F>;
  /** Reads the record again after somebody else has changed it (412). */
  reread?: () => Promise<Stored<F>>;
  onSaved?: (result: Result) => unknown;
};

/** Saving a draft: nothing typed is lost on failure; a record that changed meanwhile is read again and both states are laid side by side. */
export function useSaving<F extends Fields, Result>({ draft, save, stored, reread, onSaved }: Saving<F, Result>) {
  const [stale, setStale] = useState<Stored<F>>();
  const change = useChange<void, Result>(save, (result) => {
    const { fields, version } = stored(result);
    draft.accept(fields, version);
    return onSaved?.(result);
  });

  const onError = async (error: ProblemError): Promise<void> => {
    const problem = problemOf(error);
    if (problem.status !== 412 || !reread) return draft.fail(problem);
    try {
      setStale(await reread());
    } catch (failure) {
      draft.fail(problemOf(failure));
    }
  };

  return {
    isBusy: change.isPending,
    stale,
    submit: () => {
      if (change.isPending) return;
      setStale(undefined);
      draft.fail(undefined);
      change.mutate(undefined, { onError });
    },
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
