import { Checkbox, Stack, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type PortalView, portalContract, type RoleView } from '../contract.ts';
import { PartDialog } from './part-dialog.tsx';
import { portalPhrases } from './phrases.ts';

const fieldsOf = (role: RoleView | undefined) => ({
  key: role?.key ?? '',
  nameDe: role?.nameDe ?? '',
  nameEn: role?.nameEn ?? '',
  isTeamAdmin: role?.isTeamAdmin ?? false,
  startsWithAll: role?.startsWithAll ?? true,
  areas: role && !role.startsWithAll ? role.areas : [],
});

/** What somebody can be in this portal, and what they start with. */
export function RoleDialog({ portal, role, onClose }: { portal: PortalView; role: RoleView | undefined; onClose: () => void }) {
  const t = usePhrases(portalPhrases);
  const draft = useDraft(fieldsOf(role));
  const { key, ...words } = draft.values;
  const saving = useSaving({
    draft,
    save: () =>
      role
        ? api(portalContract.changeRole, { params: { portalId: portal.id, roleKey: role.key }, body: words, version: portal.version })
        : api(portalContract.addRole, { params: { portalId: portal.id }, body: { key, ...words }, version: portal.version }),
    stored: () => ({ fields: draft.values }),
    onSaved: onClose,
  });
  const labels = { key: t('key'), nameDe: t('nameDe'), nameEn: t('nameEn'), areas: t('startAreas') };
  const tick = (name: 'isTeamAdmin' | 'startsWithAll', label: string) => (
    <Checkbox
      id={fieldId(name)}
      label={label}
      checked={draft.values[name]}
      onChange={(event) => draft.set(name, event.currentTarget.checked)}
    />
  );
  return (
    <PartDialog
      title={role ? t('editTitle', { name: role.name }) : t('addRole')}
      {...(!role && { verb: t('addRole') })}
      draft={draft}
      saving={saving}
      labels={labels}
      onClose={onClose}
    >
      <TextInput label={labels.nameDe} required data-autofocus {...draft.text('nameDe')} />
      <TextInput label={labels.nameEn} required {...draft.text('nameEn')} />
      {!role && <TextInput label={labels.key} description={t('roleKeyNote')} required spellCheck={false} {...draft.text('key')} />}
      {tick('isTeamAdmin', t('isTeamAdmin'))}
      {tick('startsWithAll', t('startsWithAll'))}
      {!draft.values.startsWithAll && (
        <Checkbox.Group
          id={fieldId('areas')}
          label={labels.areas}
          value={draft.values.areas}
          error={draft.errorOf('areas')}
          onChange={(areas) => draft.set('areas', areas)}
        >
          <Stack gap={8} mt="xs">
            {portal.areas.map((area) => (
              <Checkbox key={area.key} value={area.key} label={area.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </PartDialog>
  );
}
