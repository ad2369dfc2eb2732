import { Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useRef } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import type { TemplateFaultView, TemplatePreviewView, TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { detailsAt, TemplateBlockCard } from './template-block.tsx';
import { type BlockKind, blockKinds, canMove, newBlock, type TemplateDraft } from './template-draft.ts';
import { FieldMenu, insertAtCursor, isTextPlace, type TextPlace } from './template-fields.tsx';
import { TemplateHistory } from './template-history.tsx';
import { templatePhrases } from './template-phrases.ts';
import { TemplateText } from './template-text.tsx';
import { fieldWords } from './template-words.ts';

type VariantProps = {
  template: TemplateView;
  draft: TemplateDraft;
  faults: TemplateFaultView[];
  omissions: TemplatePreviewView['omissions'];
  portalId: string | undefined;
  disabled: boolean;
  onActive: () => void;
};

/** The words of a mail in one form of address, to be written: subject, preview line, blocks. */
export function TemplateVariantEditor({ template, draft, faults, omissions, portalId, disabled, onActive }: VariantProps) {
  const t = usePhrases(templatePhrases);
  const column = useRef<HTMLElement>(null);
  const cursor = useRef<TextPlace>(null);
  const lastBlock = useRef<number>(undefined);
  const { variant, base } = draft;
  const words = fieldWords(template.fields, variant);
  const id = `wording-${variant}`;
  const { blocks } = draft.draft;
  const firstSmall = blocks.findIndex(({ block }) => block.kind === 'note');
  const errorAt = (pointer: string) => detailsAt(faults, pointer);
  const ofWhole = faults.filter(({ pointer }) => pointer === '/blocks');

  const find = (selector: string) => column.current?.querySelector<HTMLElement>(selector) ?? undefined;
  /** What was moved is put back by the browser without the focus. */
  const move = (block: number, by: 1 | -1) => {
    const focused = document.activeElement;
    draft.change({ set: 'moved', id: block, by });
    requestAnimationFrame(() => {
      const same = focused instanceof HTMLElement && !focused.matches(':disabled') ? focused : undefined;
      (same ?? find(`[data-block="${block}"] [data-move]:not(:disabled)`))?.focus();
    });
  };
  const add = (kind: BlockKind) => {
    const known = new Set(draft.draft.blocks.map(({ id }) => String(id)));
    draft.change({ set: 'added', block: newBlock(kind, template.needsLink), after: lastBlock.current });
    requestAnimationFrame(() => {
      const cards = [...(column.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
      const card = cards.find(({ dataset }) => !known.has(dataset.block ?? ''));
      (card?.querySelector<HTMLElement>('input, textarea') ?? card?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus();
    });
  };
  const remove = (place: number) =>
    requestAnimationFrame(() => {
      const cards = column.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [];
      (cards[Math.min(place, cards.length - 1)]?.querySelector<HTMLElement>('button:not(:disabled)') ?? find('[data-add]'))?.focus();
    });

  return (
    <section
      ref={column}
      className={styles.column}
      aria-labelledby={`${id}-title`}
      onFocus={({ target }) => {
        onActive();
        const card = target.closest<HTMLElement>('[data-block]');
        if (card) lastBlock.current = Number(card.dataset.block);
        if (isTextPlace(target)) cursor.current = target;
      }}
    >
      <Group justify="space-between" gap="xs">
        <Title order={3} id={`${id}-title`}>
          {t(variant)}
        </Title>
        <Origin draft={draft} portalId={portalId} />
      </Group>
      {base.broken && (
        <Notice tone="warn">
          <p>{t('broken')}</p>
        </Notice>
      )}
      {!disabled && (
        <Group gap="xs" className={styles.tools}>
          <FieldMenu
            fields={template.fields}
            variant={variant}
            disabled={false}
            onPick={(word) => {
              const place = cursor.current?.isConnected ? cursor.current : find('textarea');
              if (place && isTextPlace(place)) requestAnimationFrame(() => insertAtCursor(place, word));
            }}
          />
          <Menu returnFocus={false} position="bottom-start">
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                data-add
                leftSection={<IconPlus size={15} aria-hidden />}
                aria-label={t('addBlockIn', { variant: t(variant) })}
                disabled={draft.draft.blocks.length >= 40}
              >
                {t('addBlock')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {blockKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => add(kind)}>
                  {t(kind)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <TemplateHistory template={template} draft={draft} portalId={portalId} />
        </Group>
      )}
      {ofWhole.map(({ code, detail }) => (
        <Notice key={code} tone="bad">
          <p>{words.shown(detail)}</p>
        </Notice>
      ))}
      <Stack gap="sm" lang={variant === 'en' ? 'en' : 'de'}>
        <TemplateText
          label={{ shown: <span lang={document.documentElement.lang}>{t('subject')}</span> }}
          value={draft.draft.subject}
          words={words}
          most={200}
          oneLine
          disabled={disabled}
          error={errorAt('/subject')}
          onChange={(text) => draft.change({ set: 'subject', text })}
        />
        <TemplateText
          label={{ shown: <span lang={document.documentElement.lang}>{t('preheader')}</span> }}
          description={t('preheaderNote')}
          value={draft.draft.preheader}
          words={words}
          most={300}
          oneLine
          disabled={disabled}
          error={errorAt('/preheader')}
          onChange={(text) => draft.change({ set: 'preheader', text })}
        />
        {blocks.map((one, place) => (
          <Fragment key={one.id}>
            {place === firstSmall && (
              <Text size="xs" c="dimmed" mt="xs" lang={document.documentElement.lang}>
                {t('smallPrint')}
              </Text>
            )}
            <TemplateBlockCard
              one={one}
              place={place}
              canMove={(by) => canMove(blocks, place, by)}
              template={template}
              words={words}
              faults={faults}
              omissions={omissions}
              disabled={disabled}
              onMove={move}
              onChange={(change) => {
                draft.change(change);
                if (change.set === 'removed') remove(place);
              }}
            />
          </Fragment>
        ))}
      </Stack>
      {!disabled && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('moveKeys')}
        </Text>
      )}
    </section>
  );
}

/** Whose words these are, or that they are not saved yet. */
function Origin({ draft, portalId }: { draft: TemplateDraft; portalId: string | undefined }) {
  const t = usePhrases(templatePhrases);
  if (draft.isDirty) return <StateBadge tone="wait">{t('unsaved')}</StateBadge>;
  const { source } = draft.base;
  if (portalId && source !== 'portal') return <StateBadge tone="calm">{t('ofWorkspace')}</StateBadge>;
  return source === 'original' ? <StateBadge tone="calm">{t('original')}</StateBadge> : <StateBadge tone="good">{t('adapted')}</StateBadge>;
}
