import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type ProblemError } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, useChange } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell, tellAtLength, tellProblem } from '../../../web/ui/tell.ts';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import { type AccessView, portalAccessContract } from '../contract.ts';
import { welcomeContract } from '../welcome/contract.ts';
import type { AccessFields } from './access-draft.ts';
import { welcomePhrases } from './welcome-phrases.ts';

/** „E-Mail (erforderlich)“: asks whether a typing mistake was meant (B067), and shows an address that waits for its confirmation. */
export function EmailField({ access, draft }: { access: AccessView; draft: DraftOf<AccessFields> }) {
  const t = usePhrases(welcomePhrases);
  const isOwned = access.hasPassword || access.registeredAt !== null;
  const isChanged = draft.changed('email');
  const suggestion = useSuggestion(isChanged ? draft.values.email : '');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('email')}
        required
        withAsterisk={false}
        type="email"
        inputMode="email"
        spellCheck={false}
        autoComplete="off"
        {...(isChanged && isOwned && { description: t('emailAsks') })}
        {...draft.text('email')}
      />
      <div role="status">
        {suggestion && (
          <Group gap="xs">
            <Text size="sm">{t('meant', { address: suggestion })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => draft.set('email', suggestion)}>
              {t('take')}
            </Button>
          </Group>
        )}
      </div>
      {access.newEmail && <Changing access={access} newEmail={access.newEmail} />}
    </Stack>
  );
}

/** What was probably meant, a moment after the last key; nothing while it is not a whole address. */
function useSuggestion(typed: string): string | null {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 400);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery({
    ...reading(welcomeContract.suggestAddress, { query: { email: asked } }),
    enabled: /^\S+@\S+\.\S+$/.test(asked),
  });
  return asked === typed.trim() ? (data?.suggestion ?? null) : null;
}

function Changing({ access, newEmail }: { access: AccessView; newEmail: string }) {
  const t = usePhrases(welcomePhrases);
  const [isOverriding, setOverriding] = useState(false);
  const cancel = useChange(
    () => api(welcomeContract.cancelAddressChange, { params: { accessId: access.id } }),
    () => tell(t('cancelled')),
  );
  const onError = ({ problem }: ProblemError) => tellProblem(problem);
  return (
    <Notice tone="wait" title={t('changing')}>
      <p>{t('changingBody', { address: newEmail, present: access.email })}</p>
      <Group gap="xs" mt="xs">
        {access.allowed.includes('cancel-address-change') && (
          <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined, { onError })}>
            {t('cancelChange')}
          </Button>
        )}
        {access.allowed.includes('override-address') && (
          <Button size="compact-sm" variant="default" onClick={() => setOverriding(true)}>
            {t('override')}
          </Button>
        )}
      </Group>
      {isOverriding && <OverrideDialog access={access} newEmail={newEmail} onClose={() => setOverriding(false)} />}
    </Notice>
  );
}

function OverrideDialog({ access, newEmail, onClose }: { access: AccessView; newEmail: string; onClose: () => void }) {
  const t = usePhrases(welcomePhrases);
  const [reason, setReason] = useState('');
  const override = useChange(
    () =>
      api(portalAccessContract.changeAccess, {
        params: { accessId: access.id },
        body: { email: newEmail, emailOverride: { reason: reason.trim() } },
        version: access.version,
      }),
    ({ address }) => {
      if (address) (address.mails.every(({ state }) => state === 'queued') ? tell : tellAtLength)(address.sentence);
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('overrideTitle', { address: newEmail })}
      verb={t('override')}
      isDanger
      isBusy={override.isPending}
      isPossible={reason.trim() !== ''}
      error={override.error}
      onConfirm={() => override.mutate(undefined)}
    >
      <Text mb="md">{t('overrideBody')}</Text>
      <Textarea
        label={t('reason')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
      />
    </Confirm>
  );
}
