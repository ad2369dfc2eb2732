import { Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, usePhrases } from '../../../web/language.ts';
import { MailFrame } from '../../../web/ui/mail-frame.tsx';
import { Section } from '../../../web/ui/section.tsx';
import type { TemplateView } from '../contract.ts';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';

const widths = ['desktop', 'phone', 'text'] as const;

/** The mail as it looks: per language and form of address, on a screen, on a telephone, as text. */
export function TemplatePreview({ template }: { template: TemplateView }) {
  const t = usePhrases(mailPhrases);
  const language = useLanguage();
  const [variant, setVariant] = useState<string>(language);
  const [width, setWidth] = useState<(typeof widths)[number]>('desktop');
  const preview = template.previews.find((candidate) => candidate.variant === variant) ?? template.previews[0];
  if (!preview) return null;

  return (
    <Section title={t('preview')} note={t('previewNote')} id="preview">
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('variant')}
          value={preview.variant}
          onChange={setVariant}
          data={template.previews.map(({ variant }) => ({ value: variant, label: t(variant) }))}
        />
        <SegmentedControl
          aria-label={t('width')}
          value={width}
          onChange={setWidth}
          data={widths.map((value) => ({ value, label: t(value) }))}
        />
      </Group>
      <Text>
        <Text span c="dimmed">
          {t('subject')}:{' '}
        </Text>
        {preview.subject}
      </Text>
      {width === 'text' ? (
        <pre className={styles.plain} lang={preview.variant === 'en' ? 'en' : 'de'}>
          {preview.text}
        </pre>
      ) : (
        <MailFrame html={preview.html} title={t('previewOf', { template: template.label })} width={width} />
      )}
    </Section>
  );
}
