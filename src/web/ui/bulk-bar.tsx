import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../format.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import styles from './list-table.module.css';

/** What can be done with the selected rows. */
export function BulkBar({ count, onClear, actions }: { count: number; onClear: () => void; actions: ReactNode }) {
  const t = usePhrases(shellPhrases);
  const format = useFormat();
  return (
    <div className={styles.bulk} data-keep-clear>
      <strong aria-live="polite">{count === 1 ? t('selectedOne') : t('selectedMany', { count: format.number(count) })}</strong>
      {actions}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </div>
  );
}
