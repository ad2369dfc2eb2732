import { Button, Group, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useRead } from '../../../web/query.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { workspaceContract } from '../../workspace/contract.ts';
import { signInContract } from '../contract.ts';
import { signInPhrases } from './phrases.ts';

const empty = { currentPassword: '', newPassword: '' };

/** The old password once, the new one once; the rules stand before the field. */
export function PasswordForm() {
  const t = usePhrases(signInPhrases);
  const me = useMe();
  const workspace = useRead(workspaceContract.getWorkspace);
  const draft = useDraft(empty);
  const saving = useSaving({
    draft,
    save: () => api(signInContract.changeMyPassword, { body: draft.values }),
    stored: () => ({ fields: empty }),
    onSaved: () => tellSaved(t('passwordChanged')),
  });
  const count = workspace.data?.passwordMinimumLength;

  return (
    <Section title={t('changePassword')} note={t('passwordNote')} id="password">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.submit();
        }}
      >
        <Stack>
          <ErrorSummary problem={draft.problem} labels={{ currentPassword: t('currentPassword'), newPassword: t('newPassword') }} />
          <VisuallyHidden>
            <TextInput label={t('accountName')} value={me.accountName} readOnly autoComplete="username" tabIndex={-1} />
          </VisuallyHidden>
          <PasswordField label={t('currentPassword')} {...draft.text('currentPassword')} autoComplete="current-password" />
          <PasswordField
            label={t('newPassword')}
            description={count ? t('passwordRules', { count }) : t('passwordRulesShort')}
            {...draft.text('newPassword')}
            autoComplete="new-password"
          />
          <Group justify="flex-end">
            <Button type="submit" loading={saving.isBusy}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
