import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { durationUnits, readDuration, useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { workspacePhrases } from './phrases.ts';

type DurationFieldProps = {
  id: string;
  label: string;
  description?: string;
  value: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (duration: string) => void;
};

const units = Object.keys(durationUnits) as (keyof typeof durationUnits)[];

/** A length of time as the API writes it (`48h`), as number and unit. */
export function DurationField({ id, label, description, value, error, disabled = false, onChange }: DurationFieldProps) {
  const t = usePhrases(workspacePhrases);
  const format = useFormat();
  const { count, unit } = readDuration(value);
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      descriptionProps={{ id: `${id}-description`, mt: 6 }}
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          id={id}
          w={90}
          inputMode="numeric"
          aria-label={t('countOf', { name: label })}
          aria-describedby={description && `${id}-description`}
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
          data={units.map((unit) => ({ value: unit, label: format.unit(unit, count) }))}
        />
      </Group>
    </Input.Wrapper>
  );
}
