import { Checkbox, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Problem } from '../../../platform/http/contract.ts';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { type DraftOf, fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { identifiers, type PortalView, portalContract, selfRegistrations } from '../contract.ts';
import { ConsentFieldsList } from './consent-fields.tsx';
import { portalPhrases } from './phrases.ts';
import { PortalFrame } from './portal-frame.tsx';
import { isDays, type RegistrationFields, registrationBodyOf, registrationFieldsOf } from './registration-draft.ts';

/** By which rules people come into a portal. */
export function PortalRegistrationPage() {
  const t = usePhrases(portalPhrases);
  return <PortalFrame tab={t('registration')}>{(portal) => <RegistrationForm key={portal.id} portal={portal} />}</PortalFrame>;
}

const stored = (portal: PortalView) => ({ fields: registrationFieldsOf(portal), version: portal.version });

function RegistrationForm({ portal }: { portal: PortalView }) {
  const t = usePhrases(portalPhrases);
  const params = { portalId: portal.id };
  const draft = useDraft(registrationFieldsOf(portal), portal.version);
  const disabled = !portal.allowed.includes('edit');
  const saving = useSaving({
    draft,
    check: () => (isDays(draft.values.expiryReminderDays) ? undefined : faultAt('expiryReminderDays', t('daysFault'))),
    save: () =>
      api(portalContract.changePortal, {
        params,
        body: registrationBodyOf(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(portalContract.getPortal, { params }), staleTime: 0 })),
    onSaved: ({ name }) => tellSaved(t('saved', { name })),
  });
  const labels = {
    selfRegistration: t('whoMayCome'),
    identifiers: t('recognisedBy'),
    allowedDomains: t('allowedDomains'),
    refusedDomains: t('refusedDomains'),
    pendingNoticeTo: t('pendingNoticeTo'),
    consents: t('consents'),
    expiryReminderDays: t('expiryReminderDays'),
  };
  const parts = { draft, disabled };
  return (
    <Form draft={draft} saving={saving} labels={labels}>
      {disabled && <Text c="dimmed">{t('mayNotChange')}</Text>}
      <WhoMayCome {...parts} />
      {draft.values.selfRegistration !== 'off' && (
        <>
          <Domains {...parts} />
          <ConsentFieldsList {...parts} />
        </>
      )}
      <Afterwards {...parts} />
    </Form>
  );
}

const faultAt = (field: string, detail: string): Problem => ({
  type: 'about:blank',
  title: detail,
  status: 422,
  code: 'request.invalid',
  detail,
  errors: [{ pointer: `/${field}`, code: 'field.invalid', detail }],
});

export type RegistrationPart = { draft: DraftOf<RegistrationFields>; disabled: boolean };

function WhoMayCome({ draft, disabled }: RegistrationPart) {
  const t = usePhrases(portalPhrases);
  const { selfRegistration, pendingNoticeTo } = draft.values;
  const isOpen = selfRegistration !== 'off';
  return (
    <Section title={t('selfRegistration')} id="portal-registration">
      <Radio.Group
        id={fieldId('selfRegistration')}
        label={t('whoMayCome')}
        value={selfRegistration}
        error={draft.errorOf('selfRegistration')}
        onChange={(value) => draft.set('selfRegistration', value as RegistrationFields['selfRegistration'])}
      >
        <Stack gap="sm" mt="xs">
          {selfRegistrations.map((mode) => (
            <Radio key={mode} value={mode} label={t(mode)} description={t(`${mode}Note`)} disabled={disabled} />
          ))}
        </Stack>
      </Radio.Group>
      {isOpen && (
        <Checkbox.Group
          id={fieldId('identifiers')}
          label={t('recognisedBy')}
          value={draft.values.identifiers}
          error={draft.errorOf('identifiers')}
          onChange={(value) => draft.set('identifiers', value as RegistrationFields['identifiers'])}
        >
          <Stack gap={8} mt="xs">
            {identifiers.map((identifier) => (
              <Checkbox key={identifier} value={identifier} label={t(identifier)} disabled={disabled} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {isOpen && selfRegistration !== 'match-or-refuse' && (
        <Textarea
          label={t('pendingNoticeTo')}
          description={t('pendingNoticeToNote')}
          autosize
          minRows={2}
          disabled={disabled}
          {...draft.text('pendingNoticeTo')}
        />
      )}
      {selfRegistration === 'match-or-pending' && pendingNoticeTo.trim() === '' && (
        <Notice tone="wait" role="status">
          <p>{t('pendingToNobody')}</p>
        </Notice>
      )}
    </Section>
  );
}

function Domains({ draft, disabled }: RegistrationPart) {
  const t = usePhrases(portalPhrases);
  const lines = { autosize: true, minRows: 2, disabled, spellCheck: false };
  return (
    <Section title={t('domains')} note={t('domainsNote')} id="portal-domains">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Textarea label={t('allowedDomains')} description={t('allowedDomainsNote')} {...lines} {...draft.text('allowedDomains')} />
        <Textarea label={t('refusedDomains')} description={t('refusedDomainsNote')} {...lines} {...draft.text('refusedDomains')} />
      </SimpleGrid>
    </Section>
  );
}

function Afterwards({ draft, disabled }: RegistrationPart) {
  const t = usePhrases(portalPhrases);
  return (
    <Section title={t('afterwards')} id="portal-accesses">
      {(['openToContacts', 'oneAccessPerContact', 'teamMaySetPasswords', 'tellOfImpersonation'] as const).map((name) => (
        <Checkbox
          key={name}
          id={fieldId(name)}
          label={t(name)}
          checked={draft.values[name]}
          disabled={disabled}
          onChange={(event) => draft.set(name, event.currentTarget.checked)}
        />
      ))}
      <TextInput
        label={t('expiryReminderDays')}
        description={t('expiryReminderDaysNote')}
        inputMode="numeric"
        maw={320}
        disabled={disabled}
        {...draft.text('expiryReminderDays')}
      />
    </Section>
  );
}
