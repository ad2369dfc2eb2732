import { Button, Menu, Modal, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { mailContract } from '../contract.ts';
import { TemplateDifference } from './template-difference.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';
import { TemplateVersions } from './template-versions.tsx';

type HistoryProps = { draft: TemplateDraft; portalId: string | undefined };

/** What the words were before: the difference to the original, earlier versions, and the way back to each. */
export function TemplateHistory({ draft, portalId }: HistoryProps) {
  const t = usePhrases(templatePhrases);
  const [open, setOpen] = useState<'difference' | 'versions'>();
  const { variant, base } = draft;
  const hasOwn = base.source === (portalId ? 'portal' : 'workspace') || (base.broken && base.version > 0);
  const name = t(variant);
  const close = () => setOpen(undefined);

  const restore = useChange(
    (version: number | 'original') =>
      api(mailContract.restoreTemplateVariant, {
        params: { key: base.key, variant },
        ...(portalId && { query: { portalId } }),
        body: { version },
        version: base.version,
      }),
    (view) => {
      draft.accept(view);
      close();
      tell(t('restored', { variant: name }));
    },
  );
  const bringBack = (version: number | 'original') => restore.mutate(version, { onError: (error) => tellProblem(error.problem) });

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
          <Menu.Item onClick={() => setOpen('versions')}>{t('versions')}</Menu.Item>
          <Menu.Item disabled={!hasOwn || draft.isDirty || restore.isPending} onClick={() => bringBack('original')}>
            {portalId ? t('restoreShared') : t('restoreOriginal')}
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
        <TemplateDifference before={base.original} after={draft.content} variant={variant} />
      </Modal>
      <Modal
        opened={open === 'versions'}
        onClose={close}
        size="lg"
        title={t('versionsIn', { variant: name })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          {open === 'versions' && <TemplateVersions draft={draft} portalId={portalId} isBusy={restore.isPending} onRestore={bringBack} />}
        </Stack>
      </Modal>
    </>
  );
}
