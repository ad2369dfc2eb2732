import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';

type TimeZoneFieldProps = {
  id: string;
  label: string;
  description?: string;
  value: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (timeZone: string) => void;
};

/** IANA time zones as this browser knows them, and the stored one in any case. */
export function TimeZoneField({ value, onChange, ...props }: TimeZoneFieldProps) {
  const zones = useMemo(() => [...new Set([value, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean).sort(), [value]);
  return (
    <NativeSelect
      {...props}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  );
}
