import { Button, Menu, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { type PortalNumbers, type PortalView, portalContract, type RoleView } from '../contract.ts';
import styles from './part-list.module.css';
import { portalPhrases } from './phrases.ts';
import { RoleDialog } from './role-dialog.tsx';

/** The roles of a portal, each with how many people have it and what it starts with. */
export function RoleList({ portal, numbers }: { portal: PortalView; numbers: PortalNumbers | undefined }) {
  const t = usePhrases(portalPhrases);
  const [edited, setEdited] = useState<RoleView | 'new'>();
  const mayEdit = portal.allowed.includes('edit');
  const peopleOf = (role: RoleView) => numbers?.roles.find(({ key }) => key === role.key)?.people;
  const remove = useChange(
    (role: RoleView) => api(portalContract.removeRole, { params: { portalId: portal.id, roleKey: role.key }, version: portal.version }),
    (_, { name }) => tell(t('roleRemoved', { name })),
  );
  const whyItStays = (role: RoleView) => (role.isFixed ? t('fixedRole') : peopleOf(role) ? t('roleInUse') : undefined);

  return (
    <Section
      title={t('roles')}
      note={t('rolesNote')}
      id="portal-roles"
      aside={
        mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
            {t('addRole')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {portal.roles.map((role) => (
          <li key={role.key} className={styles.part}>
            <RoleWords role={role} portal={portal} people={peopleOf(role)} />
            {mayEdit && (
              <RowMenu name={role.name}>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(role)}>
                  {t('edit')}
                </Menu.Item>
                <Menu.Divider />
                <RemoveItem
                  label={t('takeAway')}
                  reason={whyItStays(role)}
                  onRemove={() => remove.mutate(role, { onError: ({ problem }) => tellProblem(problem) })}
                />
              </RowMenu>
            )}
          </li>
        ))}
      </ul>
      {edited && <RoleDialog portal={portal} role={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}

function RoleWords({ role, portal, people }: { role: RoleView; portal: PortalView; people: number | undefined }) {
  const t = usePhrases(portalPhrases);
  const format = useFormat();
  const count =
    people === undefined
      ? '…'
      : people === 0
        ? t('hasNobody')
        : people === 1
          ? t('hasOne')
          : t('hasMany', { count: format.number(people) });
  const areas = portal.areas.filter(({ key }) => role.areas.includes(key)).map(({ name }) => name);
  const start = role.startsWithAll ? t('startsWithAll') : areas.length ? t('startsWith', { areas: areas.join(', ') }) : t('startsWithNone');
  return (
    <div className={styles.words}>
      <Text fw={600}>{role.name}</Text>
      <Text size="sm" c="dimmed">
        {start}
      </Text>
      <Text size="sm" c="dimmed">
        {[count, role.isUsual && t('usual'), role.isTeamAdmin && t('teamAdmin')].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
