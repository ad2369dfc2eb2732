import { Group, Text, TextInput } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { useLanguage, usePhrases } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import styles from './color-field.module.css';
import { contrastWithWhite } from './contrast.ts';
import { portalPhrases } from './phrases.ts';

type ColorFieldProps = { id: string; value: string; error?: string | undefined; disabled?: boolean; onChange: (color: string) => void };

/** The portal's colour, typed or picked; says when white text on it would be hard to read. */
export function ColorField({ id, value, error, disabled = false, onChange }: ColorFieldProps) {
  const t = usePhrases(portalPhrases);
  const language = useLanguage();
  useFormat();
  const contrast = contrastWithWhite(value);
  const ratio = contrast && new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(contrast);
  return (
    <div>
      <TextInput
        id={id}
        label={t('brandColor')}
        description={t('brandColorNote')}
        value={value}
        error={error}
        disabled={disabled}
        spellCheck={false}
        maxLength={7}
        onChange={(event) => onChange(event.currentTarget.value.toLowerCase())}
        leftSection={
          <input
            type="color"
            className={styles.swatch}
            aria-label={t('pickColor')}
            value={contrast ? value : '#000000'}
            disabled={disabled}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
      />
      {contrast && (
        <Group gap="sm" mt="xs">
          <Text size="sm" c="dimmed">
            {t('sample')}
          </Text>
          <span className={styles.sample} style={{ background: value, color: contrast >= 4.5 ? '#fff' : '#000' }} aria-hidden>
            {t('sampleButton')}
          </span>
        </Group>
      )}
      {contrast && contrast < 4.5 && ratio && (
        <div style={{ marginTop: '0.5rem' }}>
          <Notice tone="warn" role="status">
            <p>{t('paleColor', { ratio })}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
