import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { TimeZoneField } from '../../../web/ui/time-zone-field.tsx';
import { fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type PortalView, portalContract, portalKinds } from '../contract.ts';
import { portalPhrases } from './phrases.ts';

type NewPortal = { name: string; slug: string; kind: PortalView['kind']; timeZone: string; supportContact: string };

/** „+ Portal“: the little that a portal needs to exist; the rest starts with what its kind usually has. */
export function NewPortalPage() {
  const t = usePhrases(portalPhrases);
  const { workspace } = useMe();
  const navigate = useNavigate();
  const draft = useDraft<NewPortal>({ name: '', slug: '', kind: 'installer', timeZone: workspace.timeZone, supportContact: '' });
  const saving = useSaving({
    draft,
    save: () => api(portalContract.openPortal, { body: draft.values }),
    stored: () => ({ fields: draft.values }),
    onSaved: ({ id, name }) => {
      tellSaved(t('created', { name }));
      return navigate({ to: '/portals/$portalId', params: { portalId: id }, ignoreBlocker: true });
    },
  });
  const labels = { name: t('name'), slug: t('slug'), kind: t('kind'), timeZone: t('timeZone'), supportContact: t('supportContact') };
  const address = `/${draft.values.slug.trim().toLowerCase() || 'installateure'}/`;
  return (
    <Page title={t('newPortal')} width="narrow" above={<LinkText to="/portals">{t('portals')}</LinkText>}>
      <Form draft={draft} saving={saving} labels={labels} verb={t('newPortal')} isNew onCancel={() => navigate({ to: '/portals' })}>
        <Section title={t('facts')} id="new-portal">
          <TextInput label={labels.name} description={t('nameNote')} required autoFocus {...draft.text('name')} />
          <NativeSelect
            id={fieldId('kind')}
            label={labels.kind}
            description={t('kindNote')}
            value={draft.values.kind}
            error={draft.errorOf('kind')}
            data={portalKinds.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={(event) => draft.set('kind', event.currentTarget.value as PortalView['kind'])}
          />
          <TextInput label={labels.slug} description={t('slugNote', { address })} required spellCheck={false} {...draft.text('slug')} />
          <TimeZoneField label={labels.timeZone} description={t('timeZoneNote')} {...draft.choice('timeZone')} />
          <TextInput label={labels.supportContact} description={t('supportContactNote')} {...draft.text('supportContact')} />
        </Section>
      </Form>
    </Page>
  );
}
