import { useState } from 'react';
import { api, type ProblemError, problemOf } from '../../../web/api.ts';
import { useChange } from '../../../web/query.ts';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import { mailContract } from '../contract.ts';
import { type SettingFields, settingBodyOf, subjectOf, type TrialResult } from './mail-settings-draft.ts';

/** Trying what stands in the form, saved or not: the last result, and whether it is about what stands there now. */
export function useSettingTrial(draft: DraftOf<SettingFields>) {
  const [result, setResult] = useState<TrialResult>();
  const [toError, setToError] = useState<string>();
  const [refused, setRefused] = useState<TrialResult['kind']>();

  const check = useChange(
    (values: SettingFields) => api(mailContract.checkMailSettings, { body: settingBodyOf(values) }),
    (found, values) => setResult({ kind: 'check', found, of: subjectOf('check', values) }),
  );
  const test = useChange(
    ({ values, to }: { values: SettingFields; to: string }) => api(mailContract.sendTestMail, { body: { ...settingBodyOf(values), to } }),
    (found, { values }) => setResult({ kind: 'test', found, of: subjectOf('test', values) }),
  );
  const isBusy = check.isPending || test.isPending;

  const clear = () => {
    setResult(undefined);
    setToError(undefined);
    setRefused(undefined);
    draft.fail(undefined);
  };
  const onError = (kind: TrialResult['kind']) => (error: ProblemError) => {
    const problem = problemOf(error);
    setToError(problem.errors?.find(({ pointer }) => pointer === '/to')?.detail);
    if (problem.errors?.every(({ pointer }) => pointer === '/to')) return;
    setRefused(kind);
    draft.fail(problem);
  };

  return {
    result,
    isStale: result !== undefined && result.of !== subjectOf(result.kind, draft.values),
    isChecking: check.isPending,
    isTesting: test.isPending,
    toError,
    /** What the server said about the fields when something was only to be tried: it is no failed save. */
    refusal: refused && draft.problem && { kind: refused, problem: draft.problem },
    /** What was said about a trial goes before something is saved, so that the two are not taken for each other. */
    forgetRefusal: () => {
      if (refused) clear();
    },
    forgetToError: () => setToError(undefined),
    check: () => {
      if (isBusy) return;
      clear();
      check.mutate(draft.values, { onError: onError('check') });
    },
    test: (to: string) => {
      if (isBusy) return;
      clear();
      test.mutate({ values: draft.values, to }, { onError: onError('test') });
    },
    /** The check before saving. Throws what the server refuses. */
    checkNow: async () => {
      clear();
      return check.mutateAsync(draft.values);
    },
    /** What was tried has been saved: a result of it stays, although the password has gone from its field. */
    rebase: (tried: SettingFields, saved: SettingFields) =>
      setResult((last) => (last && last.of === subjectOf(last.kind, tried) ? { ...last, of: subjectOf(last.kind, saved) } : undefined)),
  };
}

export type SettingTrial = ReturnType<typeof useSettingTrial>;
