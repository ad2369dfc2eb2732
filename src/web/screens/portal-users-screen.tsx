import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { PortalFrame } from '../../modules/portal/web/portal-frame.tsx';
import { AccessList } from '../../modules/portal-access/web/access-list.tsx';
import type { AccessSearch } from '../../modules/portal-access/web/access-search.ts';

/** Benutzer › Alle Benutzer of one portal. */
export function PortalUsersScreen() {
  const { portalId } = useParams({ from: '/app/portals/$portalId/users' });
  const search = useSearch({ from: '/app/portals/$portalId/users' });
  const navigate = useNavigate({ from: '/portals/$portalId/users' });
  const onSearch = useCallback((next: AccessSearch) => navigate({ search: next, replace: true }), [navigate]);
  return (
    <PortalFrame>
      {(portal) => <AccessList key={portalId} search={search} onSearch={onSearch} portals={[portal]} ofPortal={portal.id} />}
    </PortalFrame>
  );
}
