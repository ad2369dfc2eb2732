import { Grid, List, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { type PortalView, portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalAddressList } from './portal-addresses.tsx';
import { PortalForm } from './portal-form.tsx';
import { SupportHint } from './support-hint.tsx';

/** One portal: its addresses to copy, its areas, its looks. */
export function PortalPage() {
  const { portalId } = useParams({ from: '/app/portals/$portalId' });
  const t = usePhrases(portalPhrases);
  const portal = useRead(portalContract.getPortal, { params: { portalId } });
  return (
    <Page title={portal.data?.name ?? t('portal')} above={<LinkText to="/portals">{t('portals')}</LinkText>}>
      <SendingNotice />
      <Loaded query={portal}>
        {(portal) => (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <PortalForm key={portal.id} portal={portal} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack gap="lg">
                <Section title={t('addresses')} note={t('addressesNote')} id="portal-addresses">
                  <SupportHint portal={portal} />
                  <PortalAddressList portalId={portal.id} />
                </Section>
                <Areas portal={portal} />
                <Section title={t('facts')} id="portal-facts">
                  <Facts
                    rows={[
                      [t('kind'), t(portal.kind)],
                      [t('slug'), <code key="slug">{portal.slug}</code>],
                      [t('timeZone'), portal.timeZone],
                    ]}
                  />
                </Section>
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

function Areas({ portal }: { portal: PortalView }) {
  const t = usePhrases(portalPhrases);
  return (
    <Section title={t('areas')} note={t('areasNote')} id="portal-areas">
      {portal.areas.length === 0 && <Text c="dimmed">{t('noAreas')}</Text>}
      <List spacing="xs" listStyleType="none">
        {portal.areas.map((area) => (
          <List.Item key={area.id}>
            <Text fw={600}>{area.name}</Text>
            <Text size="sm" c="dimmed">
              {area.description}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
