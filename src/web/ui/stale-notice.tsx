import { Button, Group, Text } from '@mantine/core';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { Notice } from './notice.tsx';

type StaleNoticeProps = {
  base: Record<string, unknown>;
  fresh: Record<string, unknown>;
  labels: Record<string, string>;
  /** A value in words; without it texts are shown as they are. */
  show?: (name: string, value: unknown) => string;
  onKeep: () => void;
  onDrop: () => void;
};

const plain = (_: string, value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** Somebody else saved first: says what they changed and lets the person decide. */
export function StaleNotice({ base, fresh, labels, show = plain, onKeep, onDrop }: StaleNoticeProps) {
  const t = usePhrases(shellPhrases);
  const changed = Object.keys(labels).filter((name) => JSON.stringify(base[name]) !== JSON.stringify(fresh[name]));
  const word = (name: string, value: unknown) => show(name, value) || t('staleEmpty');
  return (
    <Notice tone="warn" role="alert" title={t('staleTitle')}>
      <p>{t('staleBody')}</p>
      {changed.length === 0 && <p>{t('staleNothing')}</p>}
      {changed.length > 0 && (
        <ul>
          {changed.map((name) => (
            <li key={name}>
              {t('staleChanged', { field: labels[name] ?? name, before: word(name, base[name]), after: word(name, fresh[name]) })}
            </li>
          ))}
        </ul>
      )}
      <Text size="sm">{t('staleKeepWhy')}</Text>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={onKeep}>
          {t('staleKeep')}
        </Button>
        <Button size="xs" variant="default" onClick={onDrop}>
          {t('staleDrop')}
        </Button>
      </Group>
    </Notice>
  );
}
