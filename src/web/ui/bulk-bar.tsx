import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../format.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import styles from './list-table.module.css';

type BulkBarProps = {
  count: number;
  onClear: () => void;
  actions: ReactNode;
  /** Offered once every row of the page is selected: all that the list finds. */
  all?: { verb: string; selected: string; isOn: boolean; onAll: () => void } | undefined;
};

/** What can be done with the selected rows. */
export function BulkBar({ count, onClear, actions, all }: BulkBarProps) {
  const t = usePhrases(shellPhrases);
  const format = useFormat();
  return (
    <div className={styles.bulk} data-keep-clear>
      <strong aria-live="polite">
        {all?.isOn ? all.selected : count === 1 ? t('selectedOne') : t('selectedMany', { count: format.number(count) })}
      </strong>
      {all && !all.isOn && (
        <Button size="xs" variant="default" onClick={all.onAll}>
          {all.verb}
        </Button>
      )}
      {actions}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </div>
  );
}
