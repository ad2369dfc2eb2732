import { ActionIcon, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { usePhrases } from '../../../web/language.ts';
import type { TemplateFaultView, TemplateView } from '../contract.ts';
import styles from './template.module.css';
import type { DraftBlock, DraftChange, TemplateBlock } from './template-draft.ts';
import { TemplateFacts } from './template-facts.tsx';
import { templatePhrases } from './template-phrases.ts';

export type BlockProps = {
  one: DraftBlock;
  place: number;
  count: number;
  template: TemplateView;
  faults: TemplateFaultView[];
  disabled: boolean;
  onChange: (change: DraftChange) => void;
  onMove: (id: number, by: 1 | -1) => void;
};

/** One part of a mail with what can be done to it: typed in, moved, removed. */
export function TemplateBlockCard({ one, place, count, template, faults, disabled, onChange, onMove }: BlockProps) {
  const t = usePhrases(templatePhrases);
  const name = t('blockNumber', { number: place + 1, kind: t(one.block.kind) });
  const errorOf = (path: string) => faults.find(({ pointer }) => pointer === `/blocks/${place}${path}`)?.detail;
  const isFaulty = faults.some(({ pointer }) => pointer.startsWith(`/blocks/${place}/`));

  const onKey = (event: KeyboardEvent) => {
    if (disabled || !event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(one.id, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <fieldset className={styles.block} data-block={one.id} data-faulty={isFaulty || undefined} onKeyDown={onKey}>
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
            disabled={place === 0}
            onClick={() => onMove(one.id, -1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            c="inherit"
            data-move="down"
            aria-label={t('moveDown', { block: name })}
            disabled={place === count - 1}
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
        disabled={disabled}
        errorOf={errorOf}
        onChange={(block) => onChange({ set: 'block', id: one.id, block })}
      />
    </fieldset>
  );
}

type BodyProps = {
  block: TemplateBlock;
  name: string;
  template: TemplateView;
  disabled: boolean;
  errorOf: (path: string) => string | undefined;
  onChange: (block: TemplateBlock) => void;
};

const most = { heading: 200, paragraph: 4000, deadline: 1000, note: 2000, signature: 1000 } as const;

function Body({ block, name, template, disabled, errorOf, onChange }: BodyProps) {
  const t = usePhrases(templatePhrases);
  switch (block.kind) {
    case 'divider':
      return <hr className={styles.line} />;
    case 'facts':
      return <TemplateFacts block={block} disabled={disabled} errorOf={errorOf} onChange={onChange} />;
    case 'button':
      return <ButtonBody block={block} template={template} disabled={disabled} errorOf={errorOf} onChange={onChange} />;
    case 'heading':
      return (
        <TextInput
          aria-label={`${name}: ${t('text')}`}
          value={block.text}
          readOnly={disabled}
          maxLength={most.heading}
          error={errorOf('/text')}
          onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
        />
      );
    default:
      return (
        <Textarea
          aria-label={`${name}: ${t('text')}`}
          value={block.text}
          readOnly={disabled}
          maxLength={most[block.kind]}
          error={errorOf('/text')}
          autosize
          minRows={1}
          onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
        />
      );
  }
}

type ButtonProps = Omit<BodyProps, 'block' | 'name'> & { block: Extract<TemplateBlock, { kind: 'button' }> };

function ButtonBody({ block, template, disabled, errorOf, onChange }: ButtonProps) {
  const t = usePhrases(templatePhrases);
  const targets = template.fields.filter(({ isAddress }) => isAddress);
  const isField = /^\w+$/.test(block.to);
  return (
    <Stack gap="xs">
      <TextInput
        label={t('label')}
        value={block.label}
        readOnly={disabled}
        maxLength={100}
        error={errorOf('/label')}
        onChange={(event) => onChange({ ...block, label: event.currentTarget.value })}
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
