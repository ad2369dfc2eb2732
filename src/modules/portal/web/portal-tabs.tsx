import { Link } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { TabLinks, tabLinkClass } from '../../../web/ui/tab-links.tsx';
import { portalPhrases } from './phrases.ts';

/** The dashboard of one portal: „Benutzer“ leads to „Alle Benutzer“, as in S3. */
export function PortalTabs({ portalId }: { portalId: string }) {
  const t = usePhrases(portalPhrases);
  const params = { portalId };
  return (
    <TabLinks label={t('views')}>
      <Link to="/portals/$portalId" params={params} activeOptions={{ exact: true }} className={tabLinkClass}>
        {t('overview')}
      </Link>
      <Link to="/portals/$portalId/users" params={params} activeOptions={{ includeSearch: false }} className={tabLinkClass}>
        {t('users')}
      </Link>
      <Link to="/portals/$portalId/areas" params={params} className={tabLinkClass}>
        {t('areasAndRoles')}
      </Link>
      <Link to="/portals/$portalId/registration" params={params} className={tabLinkClass}>
        {t('registration')}
      </Link>
      <Link to="/portals/$portalId/design" params={params} className={tabLinkClass}>
        {t('design')}
      </Link>
      <Link to="/portals/$portalId/addresses" params={params} className={tabLinkClass}>
        {t('addresses')}
      </Link>
    </TabLinks>
  );
}
