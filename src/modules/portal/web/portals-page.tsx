import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDoor, IconPlus } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useRead } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalAddressList } from './portal-addresses.tsx';
import { SupportHint } from './support-hint.tsx';

/** All portals with their addresses. */
export function PortalsPage() {
  const t = usePhrases(portalPhrases);
  const portals = useRead(portalContract.listPortals);
  const { administrator } = useMe();
  return (
    <Page
      title={t('portals')}
      below={t('listNote')}
      actions={
        administrator && (
          <LinkButton to="/portals/new" leftSection={<IconPlus size={17} aria-hidden />} aria-label={t('newPortal')} data-new>
            {t('plusPortal')}
          </LinkButton>
        )
      }
    >
      <SendingNotice />
      <Loaded query={portals}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconDoor} title={t('emptyTitle')} body={t('emptyBody')} />
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              {items.map((portal) => (
                <Paper key={portal.id} p="lg" component="section" aria-label={portal.name} data-row>
                  <Stack gap="md">
                    <div>
                      <LinkText to="/portals/$portalId" params={{ portalId: portal.id }} fw={650} fz="lg" data-row-link>
                        {portal.name}
                      </LinkText>
                      {portal.closedAt && <StateBadge tone="warn">{t('closedBadge')}</StateBadge>}
                      <Text size="sm" c="dimmed">
                        {[t(portal.kind), portal.isDefault && t('standard'), portal.areas.map(({ name }) => name).join(', ')]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </div>
                    <SupportHint portal={portal} />
                    <LinkText to="/portals/$portalId/users" params={{ portalId: portal.id }}>
                      {t('allUsers')}
                    </LinkText>
                    <PortalAddressList portalId={portal.id} />
                  </Stack>
                </Paper>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Page>
  );
}
