import { Button, Checkbox, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { speakFor } from '../../../web/me.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { safeNext } from '../../../web/search.ts';
import { Outside } from '../../../web/shell/outside.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { usePageTitle } from '../../../web/ui/page-title.ts';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { setupContract } from '../../setup/contract.ts';
import { signInContract } from '../contract.ts';
import { signInPhrases } from './phrases.ts';

/** Sign-in for staff. Afterwards to `next`, if that is a page of the console. */
export function SignInPage() {
  const t = usePhrases(signInPhrases);
  usePageTitle(t('title'));
  return (
    <Outside>
      <Stack>
        <SetupHint />
        <Paper p={{ base: 'lg', sm: 'xl' }} shadow="xs">
          <SignInForm />
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          {t('lostPassword')}
        </Text>
      </Stack>
    </Outside>
  );
}

function SetupHint() {
  const t = usePhrases(signInPhrases);
  const setup = useQuery({ ...reading(setupContract.getSetupState), retry: false });
  if (!setup.data?.waiting) return null;
  return (
    <Notice tone="wait" title={t('notSetUpTitle')}>
      <p>{t('notSetUpBody')}</p>
    </Notice>
  );
}

function SignInForm() {
  const t = usePhrases(signInPhrases);
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const draft = useDraft({ accountName: '', password: '', remember: false });
  const saving = useSaving({
    draft,
    save: () => api(signInContract.signIn, { body: draft.values, signedOut: 'fail' }),
    stored: () => ({ fields: draft.values }),
    onSaved: async (me) => {
      queryClient.clear();
      speakFor(me);
      queryClient.setQueryData(['me'], me);
      await router.navigate({ href: `/console${safeNext(next)}`, replace: true });
    },
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.submit();
      }}
      noValidate
    >
      <Stack>
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text c="dimmed">{t('intro')}</Text>
        </div>
        <ErrorSummary problem={draft.problem} title={t('failed')} />
        <TextInput
          label={t('accountName')}
          {...draft.text('accountName')}
          name="username"
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
          autoFocus
        />
        <PasswordField label={t('password')} {...draft.text('password')} name="password" autoComplete="current-password" />
        <Checkbox
          label={t('remember')}
          checked={draft.values.remember}
          onChange={(event) => draft.set('remember', event.currentTarget.checked)}
        />
        <Button type="submit" size="md" loading={saving.isBusy}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
