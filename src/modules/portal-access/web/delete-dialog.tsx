import { List, Skeleton, Text } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useRead } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { assignmentContract } from '../assignment/contract.ts';
import type { AccessView } from '../contract.ts';
import { accessPagePhrases } from './access-page-phrases.ts';

/** „Zugang löschen“: says in numbers what goes along before it is done. */
export function DeleteDialog({ access, onClose, onDeleted }: { access: AccessView; onClose: () => void; onDeleted?: () => void }) {
  const t = usePhrases(accessPagePhrases);
  const format = useFormat();
  const { id, name, version, portal, accountName } = access;
  const { data } = useRead(assignmentContract.getAccessDeletion, { params: { accessId: id } });
  const remove = useChange(
    () => api(assignmentContract.deleteAccess, { params: { accessId: id }, version }),
    () => {
      tell(t('removed', { name }));
      onClose();
      onDeleted?.();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('removeTitle', { name })}
      verb={t('remove')}
      isDanger
      isBusy={remove.isPending}
      isPossible={data !== undefined}
      error={remove.error}
      onConfirm={() => remove.mutate(undefined)}
    >
      <Text mb="xs">{t('removeBody', { portal: portal.name })}</Text>
      {!data && <Skeleton height={64} />}
      {data && (
        <List spacing={4}>
          <List.Item>
            {data.otherPortals.length ? t('removeOthers', { portals: data.otherPortals.join(', ') }) : t('removeLogin', { accountName })}
          </List.Item>
          {data.sessions > 0 && <List.Item>{t('removeSessions', { count: format.number(data.sessions) })}</List.Item>}
          {data.waitingMails > 0 && <List.Item>{t('removeMails', { count: format.number(data.waitingMails) })}</List.Item>}
        </List>
      )}
    </Confirm>
  );
}
