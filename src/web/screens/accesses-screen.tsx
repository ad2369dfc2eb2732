import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { portalContract } from '../../modules/portal/contract.ts';
import { accessListPhrases } from '../../modules/portal-access/list/phrases.ts';
import { AccessList } from '../../modules/portal-access/web/access-list.tsx';
import type { AccessSearch } from '../../modules/portal-access/web/access-search.ts';
import { usePhrases } from '../language.ts';
import { useRead } from '../query.ts';
import { LinkText } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';

/** Konfiguration › Portale › Portal Zugänge: the accesses of every portal in one list. */
export function AccessesScreen() {
  const t = usePhrases(accessListPhrases);
  const search = useSearch({ from: '/app/accesses' });
  const navigate = useNavigate({ from: '/accesses' });
  const portals = useRead(portalContract.listPortals);
  const onSearch = useCallback((next: AccessSearch) => navigate({ search: next, replace: true }), [navigate]);
  return (
    <Page title={t('accesses')} above={<LinkText to="/portals">{t('portals')}</LinkText>}>
      <AccessList search={search} onSearch={onSearch} portals={portals.data?.items ?? []} />
    </Page>
  );
}
