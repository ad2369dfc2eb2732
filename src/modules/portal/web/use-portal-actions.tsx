import { Menu, Skeleton, Text } from '@mantine/core';
import { IconPower, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useReadNow } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { type PortalView, portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';

type Asked = { what: 'close' | 'delete'; portal: PortalView };

/** What an administrator can do with a portal as a whole. `hasAny`: whether there is anything to offer. */
export function usePortalActions({ onRemoved }: { onRemoved?: () => void } = {}) {
  const t = usePhrases(portalPhrases);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const change = useChange(
    ({ portal, body }: { portal: PortalView; body: { closed: boolean } | { isDefault: true } }) =>
      api(portalContract.changePortal, { params: { portalId: portal.id }, body, version: portal.version }),
    ({ name }, { body }) => {
      close();
      tell(t('isDefault' in body ? 'madeDefault' : body.closed ? 'closed' : 'reopened', { name }));
    },
  );
  const remove = useChange(
    (portal: PortalView) => api(portalContract.deletePortal, { params: { portalId: portal.id }, version: portal.version }),
    (_, { name }) => {
      close();
      tell(t('removed', { name }));
      onRemoved?.();
    },
  );
  const atOnce = (portal: PortalView, body: { closed: boolean } | { isDefault: true }) =>
    change.mutate({ portal, body }, { onError: ({ problem }) => tellProblem(problem) });

  const menu = (portal: PortalView) => (
    <>
      {!portal.isDefault && (
        <Menu.Item leftSection={<IconStar size={16} aria-hidden />} onClick={() => atOnce(portal, { isDefault: true })}>
          {t('makeDefault')}
        </Menu.Item>
      )}
      {portal.allowed.includes('close') && (
        <Menu.Item leftSection={<IconPower size={16} aria-hidden />} onClick={() => setAsked({ what: 'close', portal })}>
          {t('close')}
        </Menu.Item>
      )}
      {portal.allowed.includes('reopen') && (
        <Menu.Item leftSection={<IconPower size={16} aria-hidden />} onClick={() => atOnce(portal, { closed: false })}>
          {t('reopen')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <RemoveItem
        label={t('remove')}
        reason={portal.denied.find(({ action }) => action === 'delete')?.sentence}
        onRemove={() => setAsked({ what: 'delete', portal })}
      />
    </>
  );

  const dismiss = () => {
    change.reset();
    remove.reset();
    close();
  };
  const dialogs = asked && (
    <Confirm
      opened
      onClose={dismiss}
      title={t(asked.what === 'close' ? 'closeTitle' : 'removeTitle', { name: asked.portal.name })}
      verb={t(asked.what === 'close' ? 'close' : 'remove')}
      isDanger
      isBusy={change.isPending || remove.isPending}
      error={change.error ?? remove.error}
      onConfirm={() =>
        asked.what === 'close' ? change.mutate({ portal: asked.portal, body: { closed: true } }) : remove.mutate(asked.portal)
      }
    >
      {asked.what === 'close' ? <Closing portalId={asked.portal.id} /> : <Text>{t('removeBody')}</Text>}
    </Confirm>
  );

  return { menu, dialogs, isOffered: (portal: PortalView) => portal.allowed.includes('edit') };
}

/** What switching off means, in numbers. */
function Closing({ portalId }: { portalId: string }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  const data = useReadNow(portalContract.getPortalNumbers, { params: { portalId } });
  if (!data) return <Skeleton height={48} />;
  const count = data.accesses;
  if (count === 0) return <Text>{t('closeNobody')}</Text>;
  return <Text>{t(count === 1 ? 'closeOne' : 'closeMany', { count: format.number(count) })}</Text>;
}
