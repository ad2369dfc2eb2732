import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { type DraftOf, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';
import { MailCheckSection } from './mail-settings-check.tsx';
import { letterFields, type SettingFields, settingBodyOf, settingFieldsOf } from './mail-settings-draft.ts';
import { useCheckedSaving } from './mail-settings-saving.tsx';
import { TransportSection } from './mail-settings-transport.tsx';
import { settingPhrases } from './setting-phrases.ts';
import { useSettingTrial } from './use-setting-trial.ts';

const stored = (setting: MailSetting) => ({ fields: settingFieldsOf(setting), version: setting.version });

/** How mail leaves and what stands in every mail, with its own save bar. */
export function MailSettingsForm({ setting }: { setting: MailSetting }) {
  const t = usePhrases(settingPhrases);
  const draft = useDraft(settingFieldsOf(setting), setting.version);
  const trial = useSettingTrial(draft);
  const disabled = !setting.allowed.includes('edit');
  const saving = useSaving({
    draft,
    save: () =>
      api(mailContract.changeMailSettings, {
        body: settingBodyOf(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(mailContract.getMailSettings), staleTime: 0 })),
    onSaved: (saved) => {
      trial.rebase(draft.values, settingFieldsOf(saved));
      tell(t('saved'));
    },
  });
  const { submit, isChecking, dialog } = useCheckedSaving({ draft, trial, save: saving.submit });
  const labels = {
    transport: t('way'),
    host: t('host'),
    port: t('port'),
    encryption: t('encryption'),
    userName: t('userName'),
    password: t('password'),
    senderName: t('senderName'),
    senderAddress: t('senderAddress'),
    replyTo: t('replyTo'),
    bcc: t('bcc'),
    ...Object.fromEntries(letterFields.map((name) => [name, t(name)])),
  };
  return (
    <Form
      draft={trial.refusal ? { ...draft, problem: undefined } : draft}
      saving={{ ...saving, submit }}
      isChecking={isChecking}
      labels={labels}
      show={(name, value) => (name === 'password' ? '' : String(value ?? ''))}
    >
      {disabled && <Text c="dimmed">{t('mayNotEdit')}</Text>}
      <TransportSection setting={setting} draft={draft} disabled={disabled} />
      {setting.allowed.includes('check') && draft.values.transport !== 'none' && (
        <MailCheckSection setting={setting} trial={trial} labels={labels} />
      )}
      <SenderSection draft={draft} disabled={disabled} />
      <LetterheadSection draft={draft} disabled={disabled} />
      {dialog}
    </Form>
  );
}

type PartProps = { draft: DraftOf<SettingFields>; disabled: boolean };

function SenderSection({ draft, disabled }: PartProps) {
  const t = usePhrases(settingPhrases);
  return (
    <Section title={t('sender')} id="sender">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('senderName')} required disabled={disabled} {...draft.text('senderName')} />
        <TextInput label={t('senderAddress')} required disabled={disabled} inputMode="email" {...draft.text('senderAddress')} />
        <TextInput label={t('replyTo')} description={t('replyToNote')} disabled={disabled} inputMode="email" {...draft.text('replyTo')} />
        <TextInput label={t('bcc')} description={t('bccNote')} disabled={disabled} inputMode="email" {...draft.text('bcc')} />
      </SimpleGrid>
    </Section>
  );
}

function LetterheadSection({ draft, disabled }: PartProps) {
  const t = usePhrases(settingPhrases);
  return (
    <Section title={t('letterhead')} note={t('letterheadNote')} id="letterhead">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {letterFields.map((name) => (
          <Textarea
            key={name}
            label={t(name)}
            {...(name.startsWith('signature') && { description: t('signatureNote') })}
            autosize
            minRows={2}
            maxRows={8}
            disabled={disabled}
            lang={name.endsWith('De') ? 'de' : 'en'}
            {...draft.text(name)}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}
