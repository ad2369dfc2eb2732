import { ActionIcon, Button, Group, Menu, Skeleton, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useReadNow } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { type AreaView, type PortalNumbers, type PortalView, portalContract } from '../contract.ts';
import { AreaDialog } from './area-dialog.tsx';
import styles from './part-list.module.css';
import { portalPhrases } from './phrases.ts';

type AreaListProps = { portal: PortalView; numbers: PortalNumbers | undefined };

/** The areas in their order, each with how many people it is open to. */
export function AreaList({ portal, numbers }: AreaListProps) {
  const t = usePhrases(portalPhrases);
  const [edited, setEdited] = useState<AreaView | 'new'>();
  const [removed, setRemoved] = useState<AreaView>();
  const mayEdit = portal.allowed.includes('edit');
  const peopleOf = (area: AreaView) => numbers?.areas.find(({ id }) => id === area.id)?.people;
  const order = useChange((areaIds: string[]) =>
    api(portalContract.orderAreas, { params: { portalId: portal.id }, body: { areaIds }, version: portal.version }),
  );
  const move = (index: number, by: number) => {
    const ids = portal.areas.map(({ id }) => id);
    const [id] = ids.splice(index, 1);
    if (id) ids.splice(index + by, 0, id);
    order.mutate(ids, { onError: ({ problem }) => tellProblem(problem) });
  };

  return (
    <Section
      title={t('areas')}
      note={mayEdit ? t('areasNote') : t('mayNotChange')}
      id="portal-areas"
      aside={
        mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')} data-new>
            {t('addArea')}
          </Button>
        )
      }
    >
      {portal.areas.length === 0 && <Text c="dimmed">{t('noAreas')}</Text>}
      <ul className={styles.list}>
        {portal.areas.map((area, index) => (
          <li key={area.id} className={styles.part}>
            <div className={styles.words}>
              <Text fw={600}>{area.name}</Text>
              <Text size="sm" c="dimmed">
                {area.description}
              </Text>
              <Text size="sm" c="dimmed">
                <code>{area.key}</code> · <People count={peopleOf(area)} />
              </Text>
            </div>
            {mayEdit && (
              <Group gap={4} wrap="nowrap">
                <Move label={`${t('up')}: ${area.name}`} isOff={index === 0 || order.isPending} onMove={() => move(index, -1)} up />
                <Move
                  label={`${t('down')}: ${area.name}`}
                  isOff={index === portal.areas.length - 1 || order.isPending}
                  onMove={() => move(index, 1)}
                />
                <RowMenu name={area.name}>
                  <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(area)}>
                    {t('edit')}
                  </Menu.Item>
                  <Menu.Divider />
                  <RemoveItem label={t('takeAway')} reason={undefined} onRemove={() => setRemoved(area)} />
                </RowMenu>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {edited && <AreaDialog portal={portal} area={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {removed && <RemoveArea portal={portal} area={removed} onClose={() => setRemoved(undefined)} />}
    </Section>
  );
}

function Move({ label, isOff, onMove, up = false }: { label: string; isOff: boolean; onMove: () => void; up?: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon variant="subtle" c="inherit" size="lg" aria-label={label} disabled={isOff} onClick={onMove}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

function People({ count }: { count: number | undefined }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  if (count === undefined) return '…';
  return count === 0 ? t('openToNobody') : count === 1 ? t('openToOne') : t('openToMany', { count: format.number(count) });
}

function RemoveArea({ portal, area, onClose }: { portal: PortalView; area: AreaView; onClose: () => void }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  const numbers = useReadNow(portalContract.getPortalNumbers, { params: { portalId: portal.id } });
  const people = numbers?.areas.find(({ id }) => id === area.id)?.people;
  const remove = useChange(
    () => api(portalContract.removeArea, { params: { portalId: portal.id, areaId: area.id }, version: portal.version }),
    () => {
      tell(t('areaRemoved', { name: area.name }));
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('takeAwayTitle', { name: area.name })}
      verb={t('takeAway')}
      isDanger
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(undefined)}
    >
      {people === undefined ? (
        <Skeleton height={48} />
      ) : (
        <Text>
          {people === 0 ? t('loseNobody') : people === 1 ? t('loseOne') : t('loseMany', { count: format.number(people) })} {t('loseFinal')}
        </Text>
      )}
    </Confirm>
  );
}
