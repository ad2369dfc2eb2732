import { Button, Checkbox, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { Section } from '../../../web/ui/section.tsx';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import { portalPhrases } from './phrases.ts';
import type { ConsentFields, RegistrationFields } from './registration-draft.ts';

const mostConsents = 20;
const none: ConsentFields = { key: '', version: undefined, textDe: '', textEn: '', url: '', required: true };

/** What people tick when they register, with the version that each wording has today. */
export function ConsentFieldsList({ draft, disabled }: { draft: DraftOf<RegistrationFields>; disabled: boolean }) {
  const t = usePhrases(portalPhrases);
  const { consents } = draft.values;
  const put = (index: number, change: Partial<ConsentFields>) =>
    draft.set(
      'consents',
      consents.map((consent, place) => (place === index ? { ...consent, ...change } : consent)),
    );
  return (
    <Section title={t('consents')} note={t('consentsNote')} id="portal-consents">
      {consents.length === 0 && <Text c="dimmed">{t('noConsents')}</Text>}
      {consents.map((consent, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a consent has no name but its place until its key is typed
        <Fieldset key={index} legend={t('consentNumber', { number: index + 1 })} disabled={disabled}>
          <OneConsent
            consent={consent}
            index={index}
            errorOf={(name) => draft.problem?.errors?.find(({ pointer }) => pointer === `/consents/${index}/${name}`)?.detail}
            onChange={(change) => put(index, change)}
            onRemove={() =>
              draft.set(
                'consents',
                consents.filter((_, place) => place !== index),
              )
            }
          />
        </Fieldset>
      ))}
      {!disabled && consents.length < mostConsents && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => draft.set('consents', [...consents, none])}
          >
            {t('addConsent')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

type OneConsentProps = {
  consent: ConsentFields;
  index: number;
  errorOf: (name: string) => string | undefined;
  onChange: (change: Partial<ConsentFields>) => void;
  onRemove: () => void;
};

function OneConsent({ consent, index, errorOf, onChange, onRemove }: OneConsentProps) {
  const t = usePhrases(portalPhrases);
  const text = (name: 'key' | 'textDe' | 'textEn' | 'url') => ({
    id: fieldId(`consents-${index}-${name}`),
    value: consent[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <Textarea label={t('textDe')} required autosize minRows={2} {...text('textDe')} />
      <Textarea label={t('textEn')} required autosize minRows={2} {...text('textEn')} />
      <TextInput label={t('url')} description={t('urlNote')} type="url" inputMode="url" {...text('url')} />
      <TextInput label={t('key')} required spellCheck={false} readOnly={consent.version !== undefined} {...text('key')} />
      <Checkbox
        id={fieldId(`consents-${index}-required`)}
        label={t('required')}
        checked={consent.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {consent.version !== undefined && t('consentVersion', { version: consent.version })}
        </Text>
        <Button variant="default" onClick={onRemove}>
          {t('takeAway')}
        </Button>
      </Group>
    </Stack>
  );
}
