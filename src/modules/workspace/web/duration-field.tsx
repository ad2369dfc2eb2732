import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { readDuration } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { workspacePhrases } from './phrases.ts';

type DurationFieldProps = {
  id: string;
  label: string;
  value: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (duration: string) => void;
};

/** A length of time as the API writes it (`48h`), as number and unit. */
export function DurationField({ id, label, value, error, disabled = false, onChange }: DurationFieldProps) {
  const t = usePhrases(workspacePhrases);
  const { count, unit } = readDuration(value);
  return (
    <Input.Wrapper label={label} labelElement="div" error={error} inputWrapperOrder={['label', 'input', 'error']}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          id={id}
          w={90}
          inputMode="numeric"
          aria-label={t('countOf', { name: label })}
          value={count || ''}
          disabled={disabled}
          error={Boolean(error)}
          onChange={(event) => onChange(`${event.currentTarget.value.replace(/\D/g, '').slice(0, 6) || '0'}${unit}`)}
        />
        <NativeSelect
          flex={1}
          aria-label={t('unitOf', { name: label })}
          value={unit}
          disabled={disabled}
          onChange={(event) => onChange(`${count}${event.currentTarget.value}`)}
          data={[
            { value: 's', label: t('seconds') },
            { value: 'm', label: t('minutes') },
            { value: 'h', label: t('hours') },
            { value: 'd', label: t('days') },
          ]}
        />
      </Group>
    </Input.Wrapper>
  );
}
