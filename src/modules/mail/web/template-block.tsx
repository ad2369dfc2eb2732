import { ActionIcon, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { usePhrases } from '../../../web/language.ts';
import type { TemplateFaultView, TemplatePreviewView, TemplateView } from '../contract.ts';
import styles from './template.module.css';
import type { DraftBlock, DraftChange, TemplateBlock } from './template-draft.ts';
import { TemplateFacts } from './template-facts.tsx';
import { TemplateOmission } from './template-omission.tsx';
import { templatePhrases } from './template-phrases.ts';
import { TemplateText } from './template-text.tsx';
import type { FieldWords } from './template-words.ts';

export type BlockProps = {
  one: DraftBlock;
  place: number;
  canMove: (by: 1 | -1) => boolean;
  template: TemplateView;
  words: FieldWords;
  faults: TemplateFaultView[];
  omissions: TemplatePreviewView['omissions'];
  disabled: boolean;
  onChange: (change: DraftChange) => void;
  onMove: (id: number, by: 1 | -1) => void;
};

/** One part of a mail with what can be done to it: typed in, moved, removed. */
export function TemplateBlockCard({ one, place, canMove, template, words, faults, omissions, disabled, onChange, onMove }: BlockProps) {
  const t = usePhrases(templatePhrases);
  const name = t('blockNumber', { number: place + 1, kind: t(one.block.kind) });
  const errorOf = (path: string) => detailsAt(faults, `/blocks/${place}${path}`);
  const isFaulty = faults.some(({ pointer }) => pointer.startsWith(`/blocks/${place}/`));
  // Of a block that has to be mended anyway, nobody needs to know who would see it.
  const omissionOf = (path: string) => (isFaulty ? undefined : detailsAt(omissions, `/blocks/${place}${path}`));

  const onKey = (event: KeyboardEvent) => {
    if (disabled || !event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(one.id, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <fieldset
      className={styles.block}
      data-block={one.id}
      data-faulty={isFaulty || undefined}
      data-omitted={Boolean(omissionOf('')) || undefined}
      onKeyDown={onKey}
    >
      <legend>
        <Text span size="sm" fw={600}>
          {name}
        </Text>
      </legend>
      {!disabled && (
        <Group gap={2} className={styles.blockActions}>
          <ActionIcon
            variant="subtle"
            c="inherit"
            data-move="up"
            aria-label={t('moveUp', { block: name })}
            disabled={!canMove(-1)}
            onClick={() => onMove(one.id, -1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            c="inherit"
            data-move="down"
            aria-label={t('moveDown', { block: name })}
            disabled={!canMove(1)}
            onClick={() => onMove(one.id, 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            c="inherit"
            aria-label={t('remove', { block: name })}
            onClick={() => onChange({ set: 'removed', id: one.id })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
      <Body
        block={one.block}
        name={name}
        template={template}
        words={words}
        disabled={disabled}
        errorOf={errorOf}
        omissionOf={omissionOf}
        onChange={(block) => onChange({ set: 'block', id: one.id, block })}
      />
      <TemplateOmission detail={omissionOf('')} />
    </fieldset>
  );
}

/** All that is said about one place. */
export const detailsAt = (said: readonly { pointer: string; detail: string }[], place: string): string | undefined =>
  said
    .filter(({ pointer }) => pointer === place)
    .map(({ detail }) => detail)
    .join(' ') || undefined;

type BodyProps = {
  block: TemplateBlock;
  name: string;
  template: TemplateView;
  words: FieldWords;
  disabled: boolean;
  errorOf: (path: string) => string | undefined;
  omissionOf: (path: string) => string | undefined;
  onChange: (block: TemplateBlock) => void;
};

const most = { heading: 200, paragraph: 4000, deadline: 1000, note: 2000, signature: 1000 } as const;

function Body({ block, name, template, words, disabled, errorOf, omissionOf, onChange }: BodyProps) {
  const t = usePhrases(templatePhrases);
  switch (block.kind) {
    case 'divider':
      return <hr className={styles.line} />;
    case 'facts':
      return (
        <TemplateFacts block={block} words={words} disabled={disabled} errorOf={errorOf} omissionOf={omissionOf} onChange={onChange} />
      );
    case 'button':
      return <ButtonBody block={block} template={template} words={words} disabled={disabled} errorOf={errorOf} onChange={onChange} />;
    default:
      return (
        <TemplateText
          label={{ hidden: `${name}: ${t('text')}` }}
          value={block.text}
          words={words}
          most={most[block.kind]}
          oneLine={block.kind === 'heading'}
          disabled={disabled}
          error={errorOf('/text')}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
  }
}

type ButtonProps = Omit<BodyProps, 'block' | 'name' | 'omissionOf'> & { block: Extract<TemplateBlock, { kind: 'button' }> };

function ButtonBody({ block, template, words, disabled, errorOf, onChange }: ButtonProps) {
  const t = usePhrases(templatePhrases);
  const targets = template.fields.filter(({ isAddress }) => isAddress);
  const isField = /^\w+$/.test(block.to);
  return (
    <Stack gap="xs">
      <TemplateText
        label={{ shown: t('label') }}
        value={block.label}
        words={words}
        most={100}
        oneLine
        disabled={disabled}
        error={errorOf('/label')}
        onChange={(label) => onChange({ ...block, label })}
      />
      <NativeSelect
        label={t('leadsTo')}
        value={isField ? block.to : ''}
        disabled={disabled}
        error={isField && errorOf('/to')}
        onChange={(event) => onChange({ ...block, to: event.currentTarget.value || 'https://' })}
        data={[...targets.map(({ name, label }) => ({ value: name, label })), { value: '', label: t('webPage') }]}
      />
      {!isField && (
        <TextInput
          label={t('webAddress')}
          value={block.to}
          readOnly={disabled}
          maxLength={1000}
          inputMode="url"
          error={errorOf('/to')}
          onChange={(event) => onChange({ ...block, to: event.currentTarget.value.trim() || 'https://' })}
        />
      )}
    </Stack>
  );
}
