import { Button, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import type { TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { TemplateDifference } from './template-difference.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';
import { TemplateVersions } from './template-versions.tsx';
import { useTemplateRestore } from './use-template-restore.ts';

type HistoryProps = { template: TemplateView; draft: TemplateDraft; portalId: string | undefined };

/** What the words were before: the difference to the original, earlier versions, and the way back to each. */
export function TemplateHistory({ template: { fields }, draft, portalId }: HistoryProps) {
  const t = usePhrases(templatePhrases);
  const [open, setOpen] = useState<'difference' | 'versions' | 'original'>();
  const { variant, base } = draft;
  const name = t(variant);
  const close = () => setOpen(undefined);
  const restore = useTemplateRestore({ draft, portalId, onDone: close });
  const canRestore = restore.hasOwn || (base.broken && base.version > 0);

  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconHistory size={15} aria-hidden />}
            aria-label={t('versionsIn', { variant: name })}
          >
            {t('versions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('difference')}>{portalId ? t('differenceToShared') : t('difference')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('versions')}>{t('showVersions')}</Menu.Item>
          <Menu.Item disabled={!canRestore || draft.isDirty || restore.isBusy} onClick={() => setOpen('original')}>
            {portalId ? t('restoreShared') : t('restoreOriginal')}
            {canRestore && draft.isDirty && (
              <Text size="xs" c="dimmed">
                {t('saveFirst')}
              </Text>
            )}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={open === 'difference'}
        onClose={close}
        size="lg"
        title={t(portalId ? 'differenceToSharedIn' : 'differenceIn', { variant: name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <TemplateDifference before={base.original} after={draft.content} variant={variant} fields={fields} />
      </Modal>
      <Modal
        opened={open === 'versions'}
        onClose={close}
        size="lg"
        title={t('versionsIn', { variant: name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          {open === 'versions' && (
            <TemplateVersions fields={fields} draft={draft} portalId={portalId} isBusy={restore.isBusy} onRestore={restore.bringBack} />
          )}
        </Stack>
      </Modal>
      <Confirm
        opened={open === 'original'}
        onClose={close}
        title={t(portalId ? 'restoreSharedIn' : 'restoreOriginalIn', { variant: name })}
        verb={portalId ? t('restoreShared') : t('restoreOriginal')}
        isBusy={restore.isBusy}
        onConfirm={() => restore.bringBack('original')}
      >
        <WhatIsLost draft={draft} fields={fields} />
      </Confirm>
    </>
  );
}

/** Whose words no longer count then, where they stay, and what becomes different. */
function WhatIsLost({ draft: { base, variant }, fields }: { draft: TemplateDraft; fields: TemplateView['fields'] }) {
  const t = usePhrases(templatePhrases);
  const format = useFormat();
  if (base.broken) return <Text>{t('lostBroken')}</Text>;
  const at = base.changedAt ? format.dateTime(base.changedAt) : '';
  return (
    <Stack gap="sm">
      <Text>
        {base.changedBy ? t('lostBy', { number: base.version, at, name: base.changedBy }) : t('lost', { number: base.version, at })}
      </Text>
      <Text fw={600} size="sm">
        {t('whatChanges')}
      </Text>
      <div className={styles.lost}>
        <TemplateDifference before={base.content} after={base.original} variant={variant} fields={fields} />
      </div>
    </Stack>
  );
}
