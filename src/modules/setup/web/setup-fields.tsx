import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { TimeZoneField } from '../../../web/ui/time-zone-field.tsx';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import { setupPhrases } from './phrases.ts';
import type { SetupFields } from './setup-draft.ts';

type FieldsProps = { draft: DraftOf<SetupFields> };

/** First step: the company, its language, how it speaks to customers, its time zone. */
export function CompanyFields({ draft }: FieldsProps) {
  const t = usePhrases(setupPhrases);
  return (
    <Stack>
      <TextInput
        label={t('workspace')}
        description={t('workspaceNote')}
        required
        autoComplete="organization"
        {...draft.text('workspace')}
      />
      <Radio.Group
        label={t('language')}
        {...draft.choice('language')}
        onChange={(value) => draft.set('language', value === 'en' ? 'en' : 'de')}
      >
        <Group mt={6}>
          <Radio value="de" label={t('german')} />
          <Radio value="en" label={t('english')} />
        </Group>
      </Radio.Group>
      <Radio.Group
        label={t('addressForm')}
        {...draft.choice('addressForm')}
        onChange={(value) => draft.set('addressForm', value === 'du' ? 'du' : 'sie')}
      >
        <Group mt={6}>
          <Radio value="sie" label={t('sie')} />
          <Radio value="du" label={t('du')} />
        </Group>
      </Radio.Group>
      <TimeZoneField label={t('timeZone')} {...draft.choice('timeZone')} />
    </Stack>
  );
}

/** Second step: who administers; the password's rules stand before the field. */
export function AdministratorFields({ draft, passwordMinimumLength }: FieldsProps & { passwordMinimumLength: number }) {
  const t = usePhrases(setupPhrases);
  return (
    <Stack>
      <TextInput label={t('name')} required autoComplete="name" {...draft.text('name')} />
      <TextInput
        label={t('email')}
        description={t('emailNote')}
        required
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
        {...draft.text('email')}
      />
      <PasswordField
        label={t('password')}
        description={t('passwordRules', { count: passwordMinimumLength })}
        required
        autoComplete="new-password"
        {...draft.text('password')}
      />
    </Stack>
  );
}
