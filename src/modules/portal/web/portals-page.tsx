import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalAddressList } from './portal-addresses.tsx';
import { SupportHint } from './support-hint.tsx';

/** All portals with their addresses. */
export function PortalsPage() {
  const t = usePhrases(portalPhrases);
  const portals = useRead(portalContract.listPortals);
  return (
    <Page title={t('portals')} below={t('listNote')}>
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
                      <Text size="sm" c="dimmed">
                        {[t(portal.kind), portal.isDefault && t('standard'), portal.areas.map(({ name }) => name).join(', ')]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </div>
                    <SupportHint portal={portal} />
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
