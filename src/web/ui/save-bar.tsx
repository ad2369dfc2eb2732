import { Button, Group, Text } from '@mantine/core';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import styles from './save-bar.module.css';

type SaveBarProps = {
  isDirty: boolean;
  isBusy: boolean;
  verb?: string;
  /** Something new: the bar ends the form and covers none of its fields, because whoever fills it in goes through all of them. */
  isNew?: boolean;
  onDiscard?: () => void;
  onCancel?: (() => void) | undefined;
};

/** Stays in sight at the bottom while there is something to save. */
export function SaveBar({ isDirty, isBusy, verb, isNew = false, onDiscard, onCancel }: SaveBarProps) {
  const t = usePhrases(shellPhrases);
  return (
    <div className={styles.bar} data-keep-clear data-new-form={isNew || undefined}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {isDirty && !isNew ? t('unsaved') : ''}
      </Text>
      <Group gap="xs">
        {onDiscard && (
          <Button variant="default" onClick={onDiscard} disabled={isBusy}>
            {t('discard')}
          </Button>
        )}
        {onCancel && (
          <Button variant="default" onClick={onCancel} disabled={isBusy}>
            {t('cancel')}
          </Button>
        )}
        <Button type="submit" loading={isBusy}>
          {verb ?? t('save')}
        </Button>
      </Group>
    </div>
  );
}
