import { Text } from '@mantine/core';
import { useFormat, writeDuration } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { LinkText } from '../../../web/ui/link.tsx';
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
                    {show(before, field)}
                  </Text>{' '}
                  →{' '}
                </>
              )}
              <FieldValue field={field} value={after} text={show(after, field)} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A record's identifier becomes a link to its page; everything else is told in words. */
function FieldValue({ field, value, text }: { field: string; value: unknown; text: string }) {
  const t = usePhrases(auditPhrases);
  if (typeof value !== 'string') return text;
  if (field === 'contactId') {
    return (
      <LinkText to="/contacts/$contactId" params={{ contactId: value }} inherit>
        {t('open')}
      </LinkText>
    );
  }
  if (field === 'messageId') {
    return (
      <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: value }} inherit>
        {t('open')}
      </LinkText>
    );
  }
  if (field === 'customerId') {
    return (
      <LinkText to="/customers/$customerId" params={{ customerId: value }} inherit>
        {t('open')}
      </LinkText>
    );
  }
  if (field === 'portalId') {
    return (
      <LinkText to="/portals/$portalId" params={{ portalId: value }} inherit>
        {t('open')}
      </LinkText>
    );
  }
  return text;
}

function useValueWords() {
  const t = usePhrases(auditPhrases);
  const words = useEventWords();
  const format = useFormat();
  const show = (value: unknown, field: string): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (Array.isArray(value)) return showList(value, field);
    if (typeof value === 'number') return field.startsWith('lifetimes.') ? format.duration(writeDuration(value)) : format.number(value);
    if (typeof value === 'object') return JSON.stringify(value);
    const text = String(value);
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? format.dateTime(text) : words.value(text, field);
  };
  // Identifiers tell a person nothing; how many there are does.
  const showList = (values: unknown[], field: string): string => {
    if (values.length === 0) return t('nothing');
    return values.every((value) => typeof value === 'string' && isUuid.test(value))
      ? format.number(values.length)
      : values.map((value) => show(value, field)).join(', ');
  };
  return show;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
