import { Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { hasStatus, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { oneAtATime } from '../../../web/one-at-a-time.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { hushSaved } from '../../../web/ui/tell.ts';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import type { MailCheckView } from '../contract.ts';
import { beforeSaving, type SettingFields, subjectOf } from './mail-settings-draft.ts';
import { settingPhrases } from './setting-phrases.ts';
import type { SettingTrial } from './use-setting-trial.ts';

type Cause = Pick<MailCheckView, 'sentence' | 'remedy'> & { isKnown: boolean };
type CheckedSaving = { draft: DraftOf<SettingFields>; trial: SettingTrial; save: () => void };

/** Saves only what was tried: checks first where nobody has, and asks where it does not work. Nothing is saved that was changed while the check ran. */
export function useCheckedSaving({ draft, trial, save }: CheckedSaving) {
  const [once] = useState(oneAtATime);
  const [isChecking, setChecking] = useState(false);
  const [cause, setCause] = useState<Cause>();
  const latest = useRef({ values: draft.values, save, isThere: true });

  useEffect(() => {
    latest.current = { values: draft.values, save, isThere: true };
  });
  useEffect(
    () => () => {
      latest.current.isThere = false;
    },
    [],
  );

  const tryFirst = async (): Promise<MailCheckView | Cause | undefined> => {
    try {
      return await trial.checkNow();
    } catch (error) {
      const problem = problemOf(error);
      // Whoever has checked too often may still save.
      if (hasStatus(error, 429)) return { sentence: problem.detail, remedy: null, isKnown: false };
      draft.fail(problem);
      return undefined;
    }
  };

  const submit = () =>
    once(async () => {
      trial.forgetRefusal();
      const needed = beforeSaving(draft.base, draft.values, trial.result);
      if (needed === 'nothing') return save();
      hushSaved();
      if (needed !== 'check') return setCause({ ...needed, isKnown: true });
      setChecking(true);
      const found = await tryFirst().finally(() => setChecking(false));
      const { values, isThere } = latest.current;
      if (!found || !isThere || subjectOf('check', values) !== subjectOf('check', draft.values)) return;
      if ('isKnown' in found) setCause(found);
      else if (found.result === 'ok') latest.current.save();
      else setCause({ ...found, isKnown: true });
    });

  const dialog = cause && (
    <SaveAnyway
      cause={cause}
      onClose={() => setCause(undefined)}
      onConfirm={() => {
        setCause(undefined);
        save();
      }}
    />
  );
  return { submit, isChecking, dialog };
}

function SaveAnyway({ cause, onClose, onConfirm }: { cause: Cause; onClose: () => void; onConfirm: () => void }) {
  const t = usePhrases(settingPhrases);
  return (
    <Confirm opened onClose={onClose} onConfirm={onConfirm} title={t('saveAnywayTitle')} verb={t('saveAnyway')}>
      <Stack gap="xs">
        <Text fw={600}>{t(cause.isKnown ? 'saveBad' : 'saveUnchecked')}</Text>
        <Text>{cause.sentence}</Text>
        {cause.remedy && <Text>{cause.remedy}</Text>}
        <Text>{t('saveMeans')}</Text>
      </Stack>
    </Confirm>
  );
}
