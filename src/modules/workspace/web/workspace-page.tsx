import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { TimeZoneField } from '../../../web/ui/time-zone-field.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type WorkspaceView, workspaceContract } from '../contract.ts';
import { DurationField } from './duration-field.tsx';
import { workspacePhrases } from './phrases.ts';
import { lifetimeNames, type WorkspaceFields, workspaceChangeOf, workspaceFieldsOf } from './workspace-fields.ts';

/** Einstellungen › Instanz: name, language, form of address, time zone, passwords, lifetimes. */
export function WorkspacePage() {
  const t = usePhrases(workspacePhrases);
  const workspace = useRead(workspaceContract.getWorkspace);
  return (
    <Page title={t('title')} below={t('what')} width="narrow">
      <Loaded query={workspace}>{(workspace) => <WorkspaceForm workspace={workspace} />}</Loaded>
    </Page>
  );
}

const stored = (workspace: WorkspaceView) => ({ fields: workspaceFieldsOf(workspace), version: workspace.version });

function WorkspaceForm({ workspace }: { workspace: WorkspaceView }) {
  const t = usePhrases(workspacePhrases);
  const draft = useDraft(workspaceFieldsOf(workspace), workspace.version);
  const disabled = !workspace.allowed.includes('edit');
  const saving = useSaving({
    draft,
    save: () =>
      api(workspaceContract.changeWorkspace, {
        body: workspaceChangeOf(draft.base, draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(workspaceContract.getWorkspace), staleTime: 0 })),
    onSaved: () => tellSaved(t('saved')),
  });
  const labels = {
    name: t('name'),
    language: t('language'),
    addressForm: t('addressForm'),
    timeZone: t('timeZone'),
    passwordMinimumLength: t('passwordMinimumLength'),
    ...Object.fromEntries(lifetimeNames.map((name) => [name, t(name)])),
  };
  const select = <Name extends 'language' | 'addressForm'>(name: Name) => ({
    ...draft.choice(name),
    disabled,
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value as WorkspaceFields[Name]),
  });

  return (
    <Form draft={draft} saving={saving} labels={labels}>
      {disabled && <Text c="dimmed">{t('mayNotEdit')}</Text>}
      <Section title={t('general')} id="general">
        <TextInput label={t('name')} description={t('nameNote')} required disabled={disabled} {...draft.text('name')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('language')}
            {...select('language')}
            data={[
              { value: 'de', label: t('german') },
              { value: 'en', label: t('english') },
            ]}
          />
          <NativeSelect
            label={t('addressForm')}
            {...select('addressForm')}
            data={[
              { value: 'sie', label: t('sie') },
              { value: 'du', label: t('du') },
            ]}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('languageNote')}
        </Text>
        <TimeZoneField label={t('timeZone')} {...draft.choice('timeZone')} disabled={disabled} />
      </Section>
      <Section title={t('passwords')} id="passwords">
        <TextInput
          label={t('passwordMinimumLength')}
          description={t('passwordNote')}
          inputMode="numeric"
          disabled={disabled}
          {...draft.text('passwordMinimumLength')}
        />
      </Section>
      <Section title={t('lifetimes')} note={t('lifetimesNote')} id="lifetimes">
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          {lifetimeNames.map((name) => (
            <DurationField
              key={name}
              label={t(name)}
              {...(name === 'resendCooldown' && { description: t('resendCooldownNote') })}
              {...draft.choice(name)}
              disabled={disabled}
            />
          ))}
        </SimpleGrid>
      </Section>
    </Form>
  );
}
