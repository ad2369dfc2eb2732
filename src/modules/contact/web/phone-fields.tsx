import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { contactPhrases } from './phrases.ts';

type PhoneFieldsProps = { id: string; value: string[]; error?: string | undefined; onChange: (phones: string[]) => void };

/** Any number of telephone numbers up to the ten that a contact can have. */
export function PhoneFields({ id, value, error, onChange }: PhoneFieldsProps) {
  const t = usePhrases(contactPhrases);
  return (
    <Stack id={id} role="group" aria-label={t('phones')} gap={6}>
      <Input.Label labelElement="div">{t('phones')}</Input.Label>
      {value.map((phone, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a number has no identity but its place
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            type="tel"
            aria-label={t('phone', { number: index + 1 })}
            value={phone}
            onChange={(event) => onChange(value.with(index, event.currentTarget.value))}
            autoComplete="off"
            flex={1}
          />
          {value.length > 1 && (
            <ActionIcon
              variant="subtle"
              size="lg"
              c="inherit"
              aria-label={t('removePhone', { number: index + 1 })}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      {value.length < 10 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...value, ''])}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('addPhone')}
        </Button>
      )}
    </Stack>
  );
}
