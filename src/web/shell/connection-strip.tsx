import { Button } from '@mantine/core';
import { connectionStore } from '../connection.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { refresh } from '../query.ts';
import { useStore } from '../store.ts';
import styles from './shell.module.css';

/** Says that the server cannot be reached; disappears with the next answer. */
export function ConnectionStrip() {
  const t = usePhrases(shellPhrases);
  const connection = useStore(connectionStore);
  return (
    <div role="status">
      {connection !== 'fine' && (
        <div className={styles.strip}>
          <span>{t(connection)}</span>
          <Button size="compact-sm" variant="default" onClick={() => refresh()}>
            {t('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
