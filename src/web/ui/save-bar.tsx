import { Button, Group, Text } from '@mantine/core';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import styles from './save-bar.module.css';

type SaveBarProps = { isDirty: boolean; isBusy: boolean; verb?: string; onDiscard?: () => void };

/** Stays in sight at the bottom while there is something to save. */
export function SaveBar({ isDirty, isBusy, verb, onDiscard }: SaveBarProps) {
  const t = usePhrases(shellPhrases);
  return (
    <div className={styles.bar}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {isDirty ? t('unsaved') : ''}
      </Text>
      <Group gap="xs">
        {onDiscard && (
          <Button variant="default" onClick={onDiscard} disabled={isBusy}>
            {t('discard')}
          </Button>
        )}
        <Button type="submit" loading={isBusy}>
          {verb ?? t('save')}
        </Button>
      </Group>
    </div>
  );
}
