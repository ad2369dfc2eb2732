import { Checkbox, NativeSelect, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellAtLength, tellSaved } from '../../../web/ui/tell.ts';
import { type DraftOf, fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type PortalView, portalContract } from '../../portal/contract.ts';
import { type AccessView, portalAccessContract } from '../contract.ts';
import { type AccessFields, changeOf, fieldsOf } from './access-draft.ts';
import { accessPagePhrases } from './access-page-phrases.ts';
import { EmailField } from './email-field.tsx';

/** Whether something is unsaved, and a way to save it that says whether it worked. */
export type FormState = { isDirty: boolean; save: () => Promise<boolean> };

const stored = (access: AccessView) => ({ fields: fieldsOf(access), version: access.version });

/**
 * „Zugang gewährt“, „Ablaufdatum“, role, address and areas, saved together. `children` stand below the form and know
 * whether something is unsaved.
 */
export function AccessForm({ access, children }: { access: AccessView; children?: (form: FormState) => ReactNode }) {
  const t = usePhrases(accessPagePhrases);
  const params = { accessId: access.id };
  const portal = useRead(portalContract.getPortal, { params: { portalId: access.portal.id } });
  const draft = useDraft(fieldsOf(access), access.version);
  const wasSaved = useRef(false);
  const saving = useSaving({
    draft,
    save: () =>
      api(portalAccessContract.changeAccess, {
        params,
        body: changeOf(draft.base, draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(portalAccessContract.getAccess, { params }), staleTime: 0 })),
    onSaved: ({ address }) => {
      wasSaved.current = true;
      if (address?.state === 'not-possible') tellAtLength(address.sentence);
      else tellSaved([t('saved'), address?.sentence].filter(Boolean).join(' '));
    },
  });
  const save = async () => {
    wasSaved.current = false;
    await saving.submit();
    return wasSaved.current;
  };
  const labels = {
    email: t('email'),
    granted: t('granted'),
    blockReason: t('blockReason'),
    expiresOn: t('expiresOn'),
    role: t('role'),
    areas: t('areas'),
  };
  const show = (name: string, value: unknown): string => {
    if (name === 'granted') return value ? t('granted') : t('block_');
    if (name === 'areas')
      return Object.values(value as AccessFields['areas'])
        .flat()
        .join(', ');
    return String(value ?? '');
  };

  return (
    <>
      <Form draft={draft} saving={saving} labels={labels} show={show}>
        <Section title={t('deciding')} id="access-decision">
          <Stack gap="md">
            <EmailField access={access} draft={draft} />
            <GrantFields draft={draft} timeZone={access.portal.timeZone} />
            <NativeSelect
              label={t('role')}
              {...(draft.changed('role') && { description: t('roleNote') })}
              {...draft.choice('role')}
              onChange={(event) => draft.set('role', event.currentTarget.value)}
              data={(portal.data?.roles ?? [{ key: access.role, name: access.role }]).map(({ key, name }) => ({ value: key, label: name }))}
            />
            {portal.data && <AreaFields access={access} draft={draft} areas={portal.data.areas} />}
          </Stack>
        </Section>
      </Form>
      {children?.({ isDirty: draft.isDirty, save })}
    </>
  );
}

function GrantFields({ draft, timeZone }: { draft: DraftOf<AccessFields>; timeZone: string }) {
  const t = usePhrases(accessPagePhrases);
  const format = useFormat();
  const { granted, expiresOn } = draft.values;
  return (
    <>
      <Switch
        id={fieldId('granted')}
        label={t('granted')}
        description={t('grantedNote')}
        checked={granted}
        error={draft.errorOf('granted')}
        onChange={(event) => draft.set('granted', event.currentTarget.checked)}
      />
      {!granted && (
        <Textarea
          label={t('blockReason')}
          description={t('blockReasonNote')}
          maxLength={500}
          autosize
          {...draft.choice('blockReason')}
          onChange={(event) => draft.set('blockReason', event.currentTarget.value.replaceAll('\n', ' '))}
        />
      )}
      <TextInput
        type="date"
        label={t('expiresOn')}
        description={
          /^\d{4}-\d\d-\d\d$/.test(expiresOn)
            ? t('expiresFrom', { day: format.day(`${expiresOn}T12:00:00Z`), zone: timeZone })
            : t('expiresNone')
        }
        min="2000-01-01"
        max="9999-12-31"
        w={{ base: '100%', sm: 300 }}
        {...draft.text('expiresOn')}
      />
    </>
  );
}

function AreaFields({ access, draft, areas }: { access: AccessView; draft: DraftOf<AccessFields>; areas: PortalView['areas'] }) {
  const t = usePhrases(accessPagePhrases);
  if (!areas.length) return null;
  return access.contacts.map(({ contactId, customerName }) => (
    <Checkbox.Group
      key={contactId}
      label={access.contacts.length > 1 ? t('areasOf', { company: customerName }) : t('areas')}
      value={draft.values.areas[contactId] ?? []}
      error={draft.errorOf('areas')}
      onChange={(chosen) =>
        draft.set('areas', { ...draft.values.areas, [contactId]: areas.map(({ key }) => key).filter((key) => chosen.includes(key)) })
      }
    >
      <Stack gap={8} mt="xs">
        {areas.map(({ key, name, description }) => (
          <Checkbox key={key} value={key} label={name} description={description || undefined} />
        ))}
      </Stack>
    </Checkbox.Group>
  ));
}
