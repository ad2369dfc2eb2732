import { Textarea, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type AreaView, type PortalView, portalContract } from '../contract.ts';
import { PartDialog } from './part-dialog.tsx';
import { portalPhrases } from './phrases.ts';

const fieldsOf = (area: AreaView | undefined) => ({
  key: area?.key ?? '',
  nameDe: area?.nameDe ?? '',
  nameEn: area?.nameEn ?? '',
  descriptionDe: area?.descriptionDe ?? '',
  descriptionEn: area?.descriptionEn ?? '',
});

/** An area in both languages. Its key is chosen once. */
export function AreaDialog({ portal, area, onClose }: { portal: PortalView; area: AreaView | undefined; onClose: () => void }) {
  const t = usePhrases(portalPhrases);
  const draft = useDraft(fieldsOf(area));
  const { key, ...words } = draft.values;
  const saving = useSaving({
    draft,
    save: () =>
      area
        ? api(portalContract.changeArea, { params: { portalId: portal.id, areaId: area.id }, body: words, version: portal.version })
        : api(portalContract.addArea, { params: { portalId: portal.id }, body: { key, ...words }, version: portal.version }),
    stored: () => ({ fields: draft.values }),
    onSaved: onClose,
  });
  const labels = {
    key: t('key'),
    nameDe: t('nameDe'),
    nameEn: t('nameEn'),
    descriptionDe: t('descriptionDe'),
    descriptionEn: t('descriptionEn'),
  };
  return (
    <PartDialog
      title={area ? t('editTitle', { name: area.name }) : t('addArea')}
      {...(!area && { verb: t('addArea') })}
      draft={draft}
      saving={saving}
      labels={labels}
      onClose={onClose}
    >
      <TextInput label={labels.nameDe} required data-autofocus {...draft.text('nameDe')} />
      <TextInput label={labels.nameEn} required {...draft.text('nameEn')} />
      <Textarea label={labels.descriptionDe} autosize minRows={1} {...draft.text('descriptionDe')} />
      <Textarea label={labels.descriptionEn} autosize minRows={1} {...draft.text('descriptionEn')} />
      {!area && <TextInput label={labels.key} description={t('areaKeyNote')} required spellCheck={false} {...draft.text('key')} />}
    </PartDialog>
  );
}
