import { Divider, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import type { MailSetting } from './mail-setting.ts';
import { needsPasswordAgain, type SettingFields, usualPorts, withEncryption } from './mail-settings-draft.ts';
import { settingPhrases } from './setting-phrases.ts';

type TransportProps = { setting: MailSetting; draft: DraftOf<SettingFields>; disabled: boolean };

/** B026: SMTP, Sendmail, Mail, and apart from them the test mailbox; below, what the chosen way needs. */
export function TransportSection({ setting, draft, disabled }: TransportProps) {
  const t = usePhrases(settingPhrases);
  const format = useFormat();
  const { transport } = draft.values;
  const ways = ['smtp', 'sendmail', 'mail'] as const;
  return (
    <Section
      title={t('way')}
      note={t('wayNote')}
      id="transport"
      aside={
        setting.transport === 'test-mailbox' &&
        setting.allowed.includes('edit') && (
          <LinkButton to="/settings/mail/test-mailbox" variant="default">
            {t('openTestMailbox')}
          </LinkButton>
        )
      }
    >
      <Radio.Group
        id={fieldId('transport')}
        aria-labelledby="transport-title"
        value={transport}
        error={draft.errorOf('transport')}
        onChange={(value) => {
          draft.set('transport', value as SettingFields['transport']);
          // What was said was about the way before; its fields are not even there any more.
          draft.fail(undefined);
        }}
      >
        <Stack gap="sm">
          {ways.map((way) => (
            <Radio key={way} value={way} label={t(way)} description={t(`${way}Note`)} disabled={disabled} />
          ))}
          <Divider />
          <Radio value="test-mailbox" label={t('test-mailbox')} description={t('testMailboxNote')} disabled={disabled} />
        </Stack>
      </Radio.Group>
      <Needs setting={setting} draft={draft} disabled={disabled} />
      {setting.transport === 'test-mailbox' && transport !== 'test-mailbox' && (
        <Text size="sm" c="dimmed">
          {t('leavingTestMailbox')}
        </Text>
      )}
      <Facts
        rows={[
          [
            t('waiting'),
            <LinkText key="waiting" to="/settings/mail/queue">
              {format.number(setting.waiting)}
            </LinkText>,
          ],
        ]}
      />
    </Section>
  );
}

function Needs({ setting, draft, disabled }: TransportProps) {
  const t = usePhrases(settingPhrases);
  switch (draft.values.transport) {
    case 'smtp':
      return <ServerFields setting={setting} draft={draft} disabled={disabled} />;
    case 'sendmail':
      return <Text>{t('sendmailExplained', { path: setting.local.sendmailPath })}</Text>;
    case 'mail':
      return <Text>{t('mailExplained', { relay: setting.local.relay })}</Text>;
    case 'test-mailbox':
      return (
        <Notice tone="wait">
          <p>{t('testMailboxExplained')}</p>
        </Notice>
      );
    default:
      return (
        <Notice tone="warn">
          <p>{t('noneExplained')}</p>
        </Notice>
      );
  }
}

function ServerFields({ setting, draft, disabled }: TransportProps) {
  const t = usePhrases(settingPhrases);
  const { values } = draft;
  const again = setting.hasPassword && needsPasswordAgain(draft.base, values);
  const chooseEncryption = (encryption: SettingFields['encryption']) => {
    const next = withEncryption(values, encryption);
    draft.set('encryption', next.encryption);
    if (next.port !== values.port) draft.set('port', next.port);
  };
  return (
    <Stack gap="md">
      {setting.fromEnvironment && setting.transport === 'smtp' && (
        <Text size="sm" c="dimmed">
          {t('fromOperator')}
        </Text>
      )}
      <TextInput
        label={t('host')}
        description={t('hostNote')}
        required
        disabled={disabled}
        spellCheck={false}
        autoCapitalize="off"
        {...draft.text('host')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('encryption')}
          disabled={disabled}
          {...draft.choice('encryption')}
          onChange={(event) => chooseEncryption(event.currentTarget.value as SettingFields['encryption'])}
          data={(['starttls', 'tls', 'none'] as const).map((value) => ({ value, label: t(`encryption-${value}`) }))}
        />
        <TextInput
          label={t('port')}
          {...(values.port !== usualPorts[values.encryption] && {
            description: t('portNote', { port: usualPorts[values.encryption] }),
            inputWrapperOrder: ['label', 'input', 'description', 'error'] as const,
          })}
          inputMode="numeric"
          disabled={disabled}
          {...draft.text('port')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('userName')}
          description={t('userNameNote')}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          {...draft.text('userName')}
        />
        <PasswordField
          label={t('password')}
          description={again ? t('passwordAgain') : setting.hasPassword ? t('passwordStored') : t('passwordNote')}
          disabled={disabled}
          autoComplete="off"
          {...draft.text('password')}
        />
      </SimpleGrid>
    </Stack>
  );
}
