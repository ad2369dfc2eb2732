import { Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import type { EventView } from '../contract.ts';
import styles from './audit.module.css';
import { changedFields, useEventWords } from './event-words.ts';
import { auditPhrases } from './phrases.ts';

/** What an event changed, field by field, before → after. */
export function EventChange({ event }: { event: EventView }) {
  const t = usePhrases(auditPhrases);
  const words = useEventWords();
  const show = useValueWords();
  const fields = changedFields(event.change, event.personal);
  if (fields.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('details')}</summary>
      <dl className={styles.fields}>
        {fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{words.field(field)}</dt>
            <dd>
              {before !== undefined && (
                <>
                  <Text span c="dimmed" td="line-through" inherit>
                    {show(before)}
                  </Text>{' '}
                  →{' '}
                </>
              )}
              {show(after)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function useValueWords() {
  const t = usePhrases(auditPhrases);
  const format = useFormat();
  const show = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (Array.isArray(value)) return value.length > 0 ? value.map(show).join(', ') : t('nothing');
    if (typeof value === 'object') {
      return Object.entries(value)
        .map(([name, inner]) => `${name}: ${show(inner)}`)
        .join(', ');
    }
    const text = String(value);
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? format.dateTime(text) : text;
  };
  return show;
}
