import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { signInContract } from '../../modules/sign-in/contract.ts';
import { api, type ProblemError, problemOf } from '../api.ts';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { shellPhrases } from '../phrases.ts';
import { queryClient } from '../query.ts';
import { sessionEndStore } from '../session.ts';
import { useStore } from '../store.ts';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/password-field.tsx';

/** The session ended while somebody was working: they sign in again in place, and what waited for it goes on. */
export function SessionEnded() {
  const t = usePhrases(shellPhrases);
  const waiting = useStore(sessionEndStore);
  return (
    <Modal
      opened={waiting !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('sessionEndedTitle')}
    >
      {waiting && <SignInAgain onDone={waiting.resume} />}
    </Modal>
  );
}

function SignInAgain({ onDone }: { onDone: () => void }) {
  const t = usePhrases(shellPhrases);
  const me = useMe();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ProblemError>();
  const [isBusy, setBusy] = useState(false);

  const signIn = async () => {
    setBusy(true);
    try {
      const answer = await api(signInContract.signIn, { body: { accountName: me.accountName, password }, signedOut: 'fail' });
      queryClient.setQueryData(['me'], answer);
      onDone();
    } catch (failure) {
      setError(failure as ProblemError);
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        signIn();
      }}
    >
      <Stack>
        <Text>{t('sessionEndedBody')}</Text>
        {error && (
          <Notice tone="bad" role="alert">
            <p>{problemOf(error).detail}</p>
          </Notice>
        )}
        <TextInput label={me.name} value={me.accountName} readOnly autoComplete="username" name="accountName" />
        <PasswordField
          label={t('password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          name="password"
          data-autofocus
        />
        <Group justify="space-between">
          <Button component="a" href="/console/sign-in" variant="subtle">
            {t('otherAccount')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('signInAgain')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
