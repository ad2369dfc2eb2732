import { TextInput } from '@mantine/core';
import { timeOfDay } from './time-of-day.ts';

type TimeOfDayFieldProps = {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  disabled?: boolean;
  onChange: (value: string) => void;
};

/** A time of day on a clock of 24 hours, whatever the browser is set to. What was typed is brought into form when the field is left. */
export function TimeOfDayField({ value, onChange, ...field }: TimeOfDayFieldProps) {
  return (
    <TextInput
      {...field}
      value={value}
      placeholder="08:00"
      autoComplete="off"
      maxLength={9}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(timeOfDay(value) ?? value)}
    />
  );
}
