import { Stack } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { portalContract } from '../contract.ts';
import { AreaList } from './area-list.tsx';
import { portalPhrases } from './phrases.ts';
import { PortalFrame } from './portal-frame.tsx';
import { RoleList } from './role-list.tsx';

/** The parts of a portal, and what people are in it. */
export function PortalAreasPage() {
  const t = usePhrases(portalPhrases);
  return <PortalFrame tab={t('areasAndRoles')}>{(portal) => <Parts key={portal.id} portal={portal} />}</PortalFrame>;
}

function Parts({ portal }: { portal: Parameters<typeof AreaList>[0]['portal'] }) {
  const { data } = useRead(portalContract.getPortalNumbers, { params: { portalId: portal.id } });
  return (
    <Stack gap="lg">
      <AreaList portal={portal} numbers={data} />
      <RoleList portal={portal} numbers={data} />
    </Stack>
  );
}
