import { SimpleGrid } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { type PortalView, portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalFrame } from './portal-frame.tsx';
import { SupportHint } from './support-hint.tsx';
import { usePortalActions } from './use-portal-actions.tsx';

/** The dashboard of a portal: what it is, how many people have access, and the way to them. */
export function PortalPage() {
  const t = usePhrases(portalPhrases);
  const navigate = useNavigate();
  const actions = usePortalActions({ onRemoved: () => navigate({ to: '/portals' }) });
  return (
    <PortalFrame
      actions={(portal) => (
        <>
          <LinkButton to="/portals/$portalId/users" params={{ portalId: portal.id }} leftSection={<IconUsers size={17} aria-hidden />}>
            {t('allUsers')}
          </LinkButton>
          {actions.isOffered(portal) && <RowMenu name={portal.name}>{actions.menu(portal)}</RowMenu>}
        </>
      )}
    >
      {(portal) => (
        <>
          <SendingNotice />
          <SupportHint portal={portal} />
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <PortalFacts portal={portal} />
            <Section title={t('areasAndRoles')} id="portal-parts">
              <Facts
                rows={[
                  [t('areas'), portal.areas.map(({ name }) => name).join(', ') || t('noAreas')],
                  [t('roles'), portal.roles.map(({ name }) => name).join(', ')],
                  [t('selfRegistration'), t(portal.selfRegistration)],
                ]}
              />
            </Section>
          </SimpleGrid>
          {actions.dialogs}
        </>
      )}
    </PortalFrame>
  );
}

function PortalFacts({ portal }: { portal: PortalView }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  const { data } = useRead(portalContract.getPortalNumbers, { params: { portalId: portal.id } });
  const people = (count: number) =>
    count === 0 ? t('peopleNone') : count === 1 ? t('peopleOne') : t('peopleMany', { count: format.number(count) });
  return (
    <Section title={t('facts')} id="portal-facts">
      <Facts
        rows={[
          [t('access'), data ? people(data.accesses) : '…'],
          [t('state'), t(portal.closedAt ? 'closedBadge' : 'openState')],
          [t('kind'), [t(portal.kind), portal.isDefault && t('standard')].filter(Boolean).join(' · ')],
          [t('slug'), <code key="slug">{portal.slug}</code>],
          [t('formerSlugs'), portal.formerSlugs.join(', ')],
          [t('timeZone'), portal.timeZone],
        ]}
      />
    </Section>
  );
}
