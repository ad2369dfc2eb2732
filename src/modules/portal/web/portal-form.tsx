import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { BodyInputOf } from '../../../platform/http/contract.ts';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { TimeZoneField } from '../../../web/ui/time-zone-field.tsx';
import { fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type PortalView, portalContract, portalKinds } from '../contract.ts';
import { ColorField } from './color-field.tsx';
import { portalPhrases } from './phrases.ts';

type PortalFields = {
  name: string;
  brandColor: string;
  supportContact: string;
  imprintUrl: string;
  privacyUrl: string;
  slug: string;
  kind: PortalView['kind'];
  timeZone: string;
};

const fieldsOf = (portal: PortalView): PortalFields => ({
  name: portal.name,
  brandColor: portal.brandColor,
  supportContact: portal.supportContact ?? '',
  imprintUrl: portal.imprintUrl ?? '',
  privacyUrl: portal.privacyUrl ?? '',
  slug: portal.slug,
  kind: portal.kind,
  timeZone: portal.timeZone,
});

const bodyOf = (fields: PortalFields): BodyInputOf<typeof portalContract.changePortal> => ({
  name: fields.name,
  brandColor: fields.brandColor,
  supportContact: fields.supportContact.trim() || null,
  imprintUrl: fields.imprintUrl.trim() || null,
  privacyUrl: fields.privacyUrl.trim() || null,
  slug: fields.slug,
  kind: fields.kind,
  timeZone: fields.timeZone,
});

const stored = (portal: PortalView) => ({ fields: fieldsOf(portal), version: portal.version });

/** Name, colour, whom to ask, legal links; address, kind and time zone. */
export function PortalForm({ portal }: { portal: PortalView }) {
  const t = usePhrases(portalPhrases);
  const params = { portalId: portal.id };
  const draft = useDraft(fieldsOf(portal), portal.version);
  const mayEdit = portal.allowed.includes('edit');
  const saving = useSaving({
    draft,
    save: () =>
      api(portalContract.changePortal, {
        params,
        body: bodyOf(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(portalContract.getPortal, { params }), staleTime: 0 })),
    onSaved: ({ name }) => tellSaved(t('saved', { name })),
  });
  const labels = {
    name: t('name'),
    brandColor: t('brandColor'),
    supportContact: t('supportContact'),
    imprintUrl: t('imprintUrl'),
    privacyUrl: t('privacyUrl'),
    slug: t('slug'),
    kind: t('kind'),
    timeZone: t('timeZone'),
  };

  return (
    <Form draft={draft} saving={saving} labels={labels}>
      <Section title={t('look')} id="portal-look">
        {!mayEdit && <Text c="dimmed">{t('mayNotEdit')}</Text>}
        <TextInput label={labels.name} description={t('nameNote')} required disabled={!mayEdit} {...draft.text('name')} />
        <ColorField {...draft.choice('brandColor')} disabled={!mayEdit} />
        <TextInput
          label={labels.supportContact}
          description={t('supportContactNote')}
          disabled={!mayEdit}
          {...draft.text('supportContact')}
        />
        <TextInput
          label={labels.imprintUrl}
          description={t('urlNote')}
          type="url"
          inputMode="url"
          disabled={!mayEdit}
          {...draft.text('imprintUrl')}
        />
        <TextInput
          label={labels.privacyUrl}
          description={t('urlNote')}
          type="url"
          inputMode="url"
          disabled={!mayEdit}
          {...draft.text('privacyUrl')}
        />
      </Section>
      <Section title={t('place')} id="portal-place">
        <Stack gap="md">
          <TextInput
            label={labels.slug}
            description={t('slugChangeNote')}
            required
            spellCheck={false}
            disabled={!mayEdit}
            {...draft.text('slug')}
          />
          <NativeSelect
            id={fieldId('kind')}
            label={labels.kind}
            value={draft.values.kind}
            error={draft.errorOf('kind')}
            disabled={!mayEdit}
            data={portalKinds.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={(event) => draft.set('kind', event.currentTarget.value as PortalView['kind'])}
          />
          <TimeZoneField label={labels.timeZone} description={t('timeZoneNote')} {...draft.choice('timeZone')} disabled={!mayEdit} />
        </Stack>
      </Section>
    </Form>
  );
}
