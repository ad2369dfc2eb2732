import { Button, Group, Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { mailContract, type TemplateVersionView, type TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { TemplateDifference } from './template-difference.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';

type VersionsProps = {
  fields: TemplateView['fields'];
  draft: TemplateDraft;
  portalId: string | undefined;
  isBusy: boolean;
  onRestore: (version: number) => void;
};

/** Every wording that was saved, the newest first: who, when, what was different, and back to it. */
export function TemplateVersions({ fields, draft, portalId, isBusy, onRestore }: VersionsProps) {
  const t = usePhrases(templatePhrases);
  const versions = useRead(mailContract.listTemplateVersions, {
    params: { key: draft.base.key, variant: draft.variant },
    ...(portalId && { query: { portalId } }),
  });
  return (
    <Loaded query={versions} lines={3}>
      {({ items }) => (
        <>
          {draft.isDirty && <Text c="dimmed">{t('saveFirst')}</Text>}
          {items.length === 0 && <Text>{t('noVersions')}</Text>}
          <ol className={styles.versions} reversed>
            {items.map((item, index) => (
              <Version
                key={item.version}
                item={item}
                fields={fields}
                draft={draft}
                portalId={portalId}
                isCurrent={index === 0}
                isPossible={!draft.isDirty && !isBusy}
                onRestore={() => onRestore(item.version)}
              />
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}

type VersionProps = {
  item: TemplateVersionView;
  fields: TemplateView['fields'];
  draft: TemplateDraft;
  portalId: string | undefined;
  isCurrent: boolean;
  isPossible: boolean;
  onRestore: () => void;
};

function Version({ item, fields, draft, portalId, isCurrent, isPossible, onRestore }: VersionProps) {
  const t = usePhrases(templatePhrases);
  const format = useFormat();
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs">
            <Text fw={600}>{t('version', { number: item.version })}</Text>
            {item.kind === 'taken-back' && <StateBadge tone="calm">{t(portalId ? 'takenBackToShared' : 'takenBack')}</StateBadge>}
            {item.kind === 'broken' && <StateBadge tone="warn">{t('unusable')}</StateBadge>}
            {isCurrent && item.kind === 'words' && <StateBadge tone="good">{t('current')}</StateBadge>}
          </Group>
          <Text size="sm" c="dimmed">
            {item.by ? t('by', { at: format.dateTime(item.at), name: item.by }) : format.dateTime(item.at)}
          </Text>
        </div>
        {!isCurrent && item.kind === 'words' && (
          <Button
            size="xs"
            variant="default"
            disabled={!isPossible}
            onClick={onRestore}
            aria-label={t('restoreVersion', { number: item.version })}
          >
            {t('restore')}
          </Button>
        )}
      </Group>
      {item.content && !isCurrent && (
        <details className={styles.more}>
          <summary>{t('showDifference')}</summary>
          <TemplateDifference before={draft.base.content} after={item.content} variant={draft.variant} fields={fields} />
        </details>
      )}
    </li>
  );
}
