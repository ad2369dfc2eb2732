import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import type { DraftOf } from '../../../web/ui/use-draft.ts';

type PartDialogProps<Fields extends Record<string, unknown>> = {
  title: string;
  verb?: string;
  draft: DraftOf<Fields>;
  saving: { isBusy: boolean; submit: () => void };
  labels: Record<string, string>;
  onClose: () => void;
  children: ReactNode;
};

/** A small form over the page: what was typed stays when the server says no. */
export function PartDialog<Fields extends Record<string, unknown>>({
  title,
  verb,
  draft,
  saving,
  labels,
  onClose,
  children,
}: PartDialogProps<Fields>) {
  const t = usePhrases(shellPhrases);
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={!draft.isDirty} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.submit();
        }}
      >
        <Stack>
          <ErrorSummary problem={draft.problem} labels={labels} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={saving.isBusy}>
              {verb ?? t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
