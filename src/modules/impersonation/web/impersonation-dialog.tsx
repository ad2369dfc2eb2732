import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { useRead } from '../../../web/query.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { workspaceContract } from '../../workspace/contract.ts';
import { impersonationContract } from '../contract.ts';
import { impersonationPhrases } from './phrases.ts';
import type { ImpersonatedAccess } from './use-impersonation.tsx';

/** Asks for the reason, then goes on in the portal in this tab; „Beenden“ there leads back to the console. */
export function ImpersonationDialog({ access, onClose }: { access: ImpersonatedAccess; onClose: () => void }) {
  const t = usePhrases(impersonationPhrases);
  const shell = usePhrases(shellPhrases);
  const format = useFormat();
  const workspace = useRead(workspaceContract.getWorkspace);
  const draft = useDraft({ reason: '' });
  const saving = useSaving({
    draft,
    save: () => api(impersonationContract.impersonate, { params: { accessId: access.id }, body: draft.values }),
    stored: () => ({ fields: draft.values }),
    onSaved: ({ url }) => window.location.assign(url),
  });
  const labels = { reason: t('reason') };
  const length = workspace.data && format.duration(workspace.data.lifetimes.impersonation);

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { person: access.name })}
      closeOnClickOutside={!draft.isDirty}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.submit();
        }}
      >
        <Stack>
          <ErrorSummary problem={draft.problem} labels={labels} />
          {length && <Text>{t('body', { length })}</Text>}
          <TextInput
            label={labels.reason}
            description={t('reasonNote')}
            required
            maxLength={500}
            data-autofocus
            {...draft.text('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {shell('cancel')}
            </Button>
            <Button type="submit" loading={saving.isBusy}>
              {t('verb')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
