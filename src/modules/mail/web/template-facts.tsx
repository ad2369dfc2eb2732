import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import styles from './template.module.css';
import type { TemplateBlock } from './template-draft.ts';
import { TemplateOmission } from './template-omission.tsx';
import { templatePhrases } from './template-phrases.ts';
import { TemplateText } from './template-text.tsx';
import type { FieldWords } from './template-words.ts';

type FactsBlock = Extract<TemplateBlock, { kind: 'facts' }>;
type FactsProps = {
  block: FactsBlock;
  disabled: boolean;
  words: FieldWords;
  errorOf: (path: string) => string | undefined;
  omissionOf: (path: string) => string | undefined;
  onChange: (block: FactsBlock) => void;
};

/** The rows of a table: what it is, and what it says. */
export function TemplateFacts({ block, disabled, words, errorOf, omissionOf, onChange }: FactsProps) {
  const t = usePhrases(templatePhrases);
  const set = (row: number, change: Partial<FactsBlock['facts'][number]>) =>
    onChange({ ...block, facts: block.facts.map((fact, index) => (index === row ? { ...fact, ...change } : fact)) });
  return (
    <>
      {block.facts.map(({ label, text }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are never moved
        <div key={row} className={styles.fact}>
          <TemplateText
            label={{ hidden: t('factLabel', { number: row + 1 }) }}
            value={label}
            words={words}
            most={100}
            oneLine
            disabled={disabled}
            error={errorOf(`/facts/${row}/label`)}
            onChange={(label) => set(row, { label })}
          />
          <TemplateText
            label={{ hidden: t('factText', { number: row + 1 }) }}
            value={text}
            words={words}
            most={500}
            oneLine
            disabled={disabled}
            error={errorOf(`/facts/${row}/text`)}
            onChange={(text) => set(row, { text })}
          />
          {!disabled && (
            <ActionIcon
              variant="subtle"
              c="inherit"
              size="lg"
              aria-label={t('removeFact', { number: row + 1 })}
              onClick={() => onChange({ ...block, facts: block.facts.toSpliced(row, 1) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
          <TemplateOmission detail={omissionOf(`/facts/${row}`)} />
        </div>
      ))}
      {!disabled && block.facts.length < 20 && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange({ ...block, facts: [...block.facts, { label: '', text: '' }] })}
        >
          {t('addFact')}
        </Button>
      )}
    </>
  );
}
