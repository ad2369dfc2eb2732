import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { RemedyLink } from '../../../web/ui/remedy-link.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import type { AccessFormView, ContactView } from '../contract.ts';
import { areasIn, type ContactFields } from './contact-draft.ts';
import { LinkMailWarning } from './link-mail-warning.tsx';
import { contactPhrases } from './phrases.ts';

type AccessFieldsProps = { draft: DraftOf<ContactFields>; form: AccessFormView; contact?: ContactView };

/** „Zugang zum Kundenbereich“: the tick box while its mail can be sent (B003, B004), otherwise the reason and where to mend it (B010, B025). */
export function AccessFields({ draft, form, contact }: AccessFieldsProps) {
  const t = usePhrases(contactPhrases);
  const format = useFormat();
  const { values } = draft;
  const isOrdered = values.sendPasswordLink || values.password !== '';
  const hasAccess = contact?.accesses.some(({ portalId }) => portalId === values.portalId) ?? false;
  const lifetime = format.duration(form.linkLifetime);
  const [address] = useDebouncedValue(values.email.trim(), 500);
  const openLink = contact?.accesses.find(({ portalId }) => portalId === values.portalId)?.openLink;

  return (
    <Section title={t('accessSection')} {...(!isOrdered && !hasAccess && { note: t('accessNote') })} id="access">
      <Stack gap="md">
        {form.sendPasswordLink.offered ? (
          <Checkbox
            id={fieldId('sendPasswordLink')}
            label={t('sendPassword')}
            description={t('sendPasswordNote', { lifetime })}
            checked={values.sendPasswordLink}
            error={draft.errorOf('sendPasswordLink')}
            onChange={(event) => draft.set('sendPasswordLink', event.currentTarget.checked)}
          />
        ) : (
          <NotOffered form={form} />
        )}
        {form.sendPasswordLink.offered && (
          <LinkMailWarning
            address={values.sendPasswordLink && address.includes('@') ? address : null}
            hasOpenLink={values.sendPasswordLink && Boolean(openLink)}
          />
        )}
        {values.sendPasswordLink && <AddressHint draft={draft} />}
        <PasswordField
          label={t('passwordField')}
          description={t('passwordNote', { count: form.passwordMinimumLength })}
          autoComplete="new-password"
          {...draft.text('password')}
        />
        {values.sendPasswordLink && values.password !== '' && (
          <Notice tone="wait" role="status">
            <p>{t('both')}</p>
          </Notice>
        )}
        {form.portals.length > 1 && (
          <NativeSelect
            label={t('portal')}
            id={fieldId('portalId')}
            value={values.portalId}
            error={draft.errorOf('portalId')}
            data={form.portals.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => {
              draft.set('portalId', event.currentTarget.value);
              draft.set('areas', areasIn(event.currentTarget.value, contact, form));
            }}
          />
        )}
        {(isOrdered || hasAccess) && <AreaFields draft={draft} form={form} />}
      </Stack>
    </Section>
  );
}

function NotOffered({ form }: { form: AccessFormView }) {
  const t = usePhrases(contactPhrases);
  const { sentence, remedyPath, remedyLabel } = form.sendPasswordLink;
  return (
    <Notice tone="warn" title={t('notOfferedTitle')}>
      {sentence && <p>{sentence}</p>}
      {remedyPath && <RemedyLink path={remedyPath} label={remedyLabel ?? remedyPath} />}
    </Notice>
  );
}

function AddressHint({ draft }: { draft: DraftOf<ContactFields> }) {
  const t = usePhrases(contactPhrases);
  if (draft.values.email.trim() === '') {
    return (
      <Notice tone="warn" role="status">
        <p>{t('addressMissing')}</p>
      </Notice>
    );
  }
  if (!draft.changed('email') || draft.base.email === '') return null;
  return (
    <Notice tone="wait" role="status">
      <p>{t('toNewAddress', { address: draft.values.email.trim() })}</p>
    </Notice>
  );
}

function AreaFields({ draft, form }: { draft: DraftOf<ContactFields>; form: AccessFormView }) {
  const t = usePhrases(contactPhrases);
  const areas = form.portals.find(({ id }) => id === draft.values.portalId)?.areas ?? [];
  if (areas.length === 0) return null;
  return (
    <Checkbox.Group
      id={fieldId('areas')}
      label={t('areas')}
      description={t('areasNote')}
      value={draft.values.areas}
      error={draft.errorOf('areas')}
      onChange={(value) =>
        draft.set(
          'areas',
          areas.map(({ key }) => key).filter((key) => value.includes(key)),
        )
      }
    >
      <Stack gap={8} mt="xs">
        {areas.map((area) => (
          <Checkbox key={area.key} value={area.key} label={area.name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
