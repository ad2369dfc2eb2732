import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { useNow } from '../../../web/ui/time.tsx';
import { type SessionView, signInContract } from '../contract.ts';
import { signInPhrases } from './phrases.ts';

/** Where one is signed in, and the way to end it. */
export function DeviceList() {
  const t = usePhrases(signInPhrases);
  const sessions = useRead(signInContract.listSessions);
  const endOthers = useChange(
    () => api(signInContract.endOtherSessions),
    () => tell(t('othersEnded')),
  );
  const hasOthers = (sessions.data?.items.length ?? 0) > 1;

  return (
    <Section title={t('devices')} note={t('devicesNote')} id="devices">
      <Loaded query={sessions} lines={3}>
        {({ items }) => (
          <Stack gap="md">
            {items.map((session) => (
              <Device key={session.id} session={session} />
            ))}
          </Stack>
        )}
      </Loaded>
      {hasOthers && (
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined, { onError: ({ problem }) => tellProblem(problem) })}
          >
            {t('signOutOthers')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

function Device({ session }: { session: SessionView }) {
  const t = usePhrases(signInPhrases);
  const format = useFormat();
  const now = useNow();
  const end = useChange(
    () => api(signInContract.endSession, { params: { sessionId: session.id } }),
    () => tell(t('deviceEnded')),
  );
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconDeviceLaptop size={22} stroke={1.5} aria-hidden />
        <div>
          <Text fw={600}>{session.device}</Text>
          <Text size="sm" c="dimmed">
            {t('since', { created: format.relative(session.createdAt, now), used: format.relative(session.lastUsedAt, now) })} ·{' '}
            {t('network', { network: session.network })}
          </Text>
        </div>
      </Group>
      {session.current ? (
        <StateBadge tone="good">{t('thisDevice')}</StateBadge>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('signOutNamed', { device: session.device })}
          loading={end.isPending}
          onClick={() => end.mutate(undefined, { onError: ({ problem }) => tellProblem(problem) })}
        >
          {t('signOutDevice')}
        </Button>
      )}
    </Group>
  );
}
