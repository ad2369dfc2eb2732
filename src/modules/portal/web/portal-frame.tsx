import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { type PortalView, portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalTabs } from './portal-tabs.tsx';

type PortalFrameProps = {
  /** What stands in the browser's tab beside the portal's name. */
  tab?: string;
  actions?: (portal: PortalView) => ReactNode;
  children: (portal: PortalView) => ReactNode;
};

/** One page of a portal's own dashboard: its name, its tabs, and whether it is switched off. The address names the portal. */
export function PortalFrame({ tab, actions, children }: PortalFrameProps) {
  const { portalId = '' } = useParams({ strict: false });
  const t = usePhrases(portalPhrases);
  const portal = useRead(portalContract.getPortal, { params: { portalId } });
  const name = portal.data?.name ?? t('portal');
  return (
    <Page
      title={name}
      {...(tab && { tab: `${tab} · ${name}` })}
      above={<LinkText to="/portals">{t('portals')}</LinkText>}
      actions={portal.data && actions?.(portal.data)}
    >
      <PortalTabs portalId={portalId} />
      <Loaded query={portal}>
        {(portal) => (
          <>
            <ClosedNotice portal={portal} />
            {children(portal)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Says that a portal is switched off, and since when. */
export function ClosedNotice({ portal }: { portal: Pick<PortalView, 'closedAt'> }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  if (!portal.closedAt) return null;
  return (
    <Notice tone="warn" title={t('closedTitle')}>
      <p>{t('closedBody', { since: format.dateTime(portal.closedAt) })}</p>
    </Notice>
  );
}
