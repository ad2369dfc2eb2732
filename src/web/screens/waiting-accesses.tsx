import { Button, Group, Stack, Text } from '@mantine/core';
import { type AccessViewName, accessListContract } from '../../modules/portal-access/list/contract.ts';
import { accessListPhrases } from '../../modules/portal-access/list/phrases.ts';
import { accessPagePhrases } from '../../modules/portal-access/web/access-page-phrases.ts';
import { searchOfView } from '../../modules/portal-access/web/access-search.ts';
import { extensionDays, useAccessActions } from '../../modules/portal-access/web/use-access-actions.tsx';
import { useFormat } from '../format.ts';
import { usePhrases } from '../language.ts';
import { useRead } from '../query.ts';
import { LinkText } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';

const few = 5;

/** The saved views in which somebody waits for us, in the order of urgency. */
const waiting = {
  pending: 'waitingPending',
  expiring: 'waitingExpiring',
  invited: 'waitingInvited',
  'never-signed-in': 'waitingNever',
} as const satisfies Partial<Record<AccessViewName, string>>;

/** Pending assignments, who never activated, who ends soon: how many, with the list of them; the next to end can be extended here. */
export function WaitingAccesses() {
  const t = usePhrases(accessPagePhrases);
  const list = usePhrases(accessListPhrases);
  const format = useFormat();
  const counts = useRead(accessListContract.countAccessViews, { query: {} });
  const rows = (Object.keys(waiting) as (keyof typeof waiting)[]).flatMap((name) => {
    const found = counts.data?.items.find((view) => view.name === name);
    return found?.count ? [{ ...found, name }] : [];
  });
  if (!rows.length) return null;
  return (
    <Section title={t('waitingTitle')} id="waiting-accesses">
      <Stack gap="xs">
        {rows.map(({ name, count, isCapped }) => (
          <Group key={name} justify="space-between" gap="xs" data-row>
            <LinkText to="/accesses" search={searchOfView(name, {})} fw={600} data-row-link>
              {t(waiting[name])}
            </LinkText>
            <Text component="span">{isCapped ? list('moreThan', { count: format.number(count) }) : format.number(count)}</Text>
          </Group>
        ))}
      </Stack>
      {rows.some(({ name }) => name === 'expiring') && <NextToEnd />}
    </Section>
  );
}

function NextToEnd() {
  const t = usePhrases(accessPagePhrases);
  const format = useFormat();
  const actions = useAccessActions();
  const next = useRead(accessListContract.listAccesses, { query: { expiry: 'soon', sort: 'expiresOn', limit: few } });
  return (
    <Stack gap="xs">
      <Text component="h3" fw={650}>
        {t('waitingExpiring')}
      </Text>
      {next.data?.items.map((access) => (
        <Group key={access.id} justify="space-between" gap="xs">
          <div>
            <LinkText to="/accesses/$accessId" params={{ accessId: access.id }}>
              {access.name}
            </LinkText>
            <Text size="sm" c="dimmed">
              {access.portal.name} · {t('endsOn', { day: format.day(`${access.expiresOn}T12:00:00Z`) })}
            </Text>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => actions.extend(access)}
            aria-label={`${access.name}: ${t('extend', { days: extensionDays })}`}
          >
            {t('extend', { days: extensionDays })}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
