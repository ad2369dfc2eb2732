import { Button, Checkbox, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { speakFor } from '../../../web/me.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { safeNext } from '../../../web/search.ts';
import { Outside } from '../../../web/shell/outside.tsx';
import { Empty } from '../../../web/ui/empty.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { missingProblem } from '../../../web/ui/missing-problem.ts';
import { usePageTitle } from '../../../web/ui/page-title.ts';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { setupContract } from '../../setup/contract.ts';
import { signInContract } from '../contract.ts';
import { signInPhrases } from './phrases.ts';

/** Sign-in for staff. Afterwards to `next`, if that is a page of the console. Before the set-up nobody can sign in, and the page says what comes first. */
export function SignInPage() {
  const t = usePhrases(signInPhrases);
  const setup = useQuery({ ...reading(setupContract.getSetupState), retry: false });
  usePageTitle(t(setup.data?.waiting ? 'notSetUpTitle' : 'title'));
  return <Outside>{setup.data?.waiting ? <NotSetUp /> : <SignIn />}</Outside>;
}

function SignIn() {
  const t = usePhrases(signInPhrases);
  return (
    <Stack>
      <Paper p={{ base: 'lg', sm: 'xl' }} shadow="xs">
        <SignInForm />
      </Paper>
      <Text size="sm" c="dimmed" ta="center">
        {t('lostPassword')}
      </Text>
    </Stack>
  );
}

function NotSetUp() {
  const t = usePhrases(signInPhrases);
  return (
    <Empty
      icon={IconDoor}
      order={1}
      title={t('notSetUpTitle')}
      body={
        <Stack gap="xs">
          <p>{t('notSetUpBody')}</p>
          <code>{`${window.location.origin}/console/setup/…`}</code>
          <p>{t('notSetUpAgain')}</p>
        </Stack>
      }
    />
  );
}

const missingOf = ({ accountName, password }: { accountName: string; password: string }) => [
  ...(accountName.trim() === '' ? ['accountName' as const] : []),
  ...(password === '' ? ['password' as const] : []),
];

function SignInForm() {
  const t = usePhrases(signInPhrases);
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const draft = useDraft({ accountName: '', password: '', remember: false });
  const saving = useSaving({
    draft,
    check: () => missingProblem(missingOf(draft.values).map((name) => [name, t(`${name}Missing`)])),
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
          description={t('accountNameNote')}
          {...draft.text('accountName')}
          name="username"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="off"
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
