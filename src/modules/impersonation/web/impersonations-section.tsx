import { Button, Group, Stack, Text } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useRead } from '../../../web/query.ts';
import { Section } from '../../../web/ui/section.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { Time } from '../../../web/ui/time.tsx';
import { type ImpersonationView, impersonationContract } from '../contract.ts';
import { impersonationPhrases } from './phrases.ts';

/** Who acts as this person now, and who did; what runs can be ended. */
export function ImpersonationsSection({ accessId }: { accessId: string }) {
  const t = usePhrases(impersonationPhrases);
  const listed = useRead(impersonationContract.listImpersonations, { params: { accessId } });
  const end = useChange(
    (impersonationId: string) => api(impersonationContract.endImpersonation, { params: { accessId, impersonationId } }),
    () => tell(t('ended')),
  );
  if (!listed.data) return null;
  return (
    <Section title={t('running')} note={t('runningNote')} id="impersonations">
      {!listed.data.items.length && <Text c="dimmed">{t('none')}</Text>}
      <Stack gap="sm">
        {listed.data.items.map((one) => (
          <Group key={one.id} justify="space-between" align="flex-start">
            <div>
              <Group gap="xs">
                <Text fw={600}>{one.user.name}</Text>
                <ImpersonationState one={one} />
              </Group>
              <Text size="sm">{one.reason}</Text>
              <Text size="sm" c="dimmed">
                <Time at={one.startedAt ?? one.createdAt} exact />
              </Text>
            </div>
            {one.allowed.includes('end') && (
              <Button
                variant="default"
                loading={end.isPending && end.variables === one.id}
                aria-label={t('endNamed', { user: one.user.name })}
                onClick={() => end.mutate(one.id)}
              >
                {t('end')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function ImpersonationState({ one }: { one: ImpersonationView }) {
  const t = usePhrases(impersonationPhrases);
  if (one.running) return <StateBadge tone="warn">{t('now')}</StateBadge>;
  return <StateBadge tone="calm">{t(one.startedAt || one.endedAt ? 'over' : 'asked')}</StateBadge>;
}
