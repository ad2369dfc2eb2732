import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { fieldId } from '../../../web/ui/use-draft.ts';
import { reminderPhrases } from './phrases.ts';
import styles from './reminder.module.css';

const mostDays = 10;
const lastDay = 90;

type DayListProps = { days: number[]; onChange: (days: number[]) => void; error: string | undefined; disabled: boolean };

/** Days as small plates that can be taken away, and a field for one more. */
export function DayList({ days, onChange, error, disabled }: DayListProps) {
  const t = usePhrases(reminderPhrases);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();

  const add = () => {
    const day = Number(typed.trim());
    if (!/^\d+$/.test(typed.trim()) || day < 1 || day > lastDay) return setFault(t('dayFault'));
    if (days.includes(day)) return setFault(t('dayThere'));
    if (days.length >= mostDays) return setFault(t('daysFull'));
    setTyped('');
    setFault(undefined);
    onChange([...days, day].sort((one, other) => one - other));
  };

  return (
    <Stack gap="xs" component="fieldset" className={styles.days ?? ''}>
      <Text component="legend" fw={500} size="sm">
        {t('days')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('daysNote')}
      </Text>
      <ul className={styles.plates}>
        {days.map((day) => (
          <li key={day} className={styles.plate}>
            <span>{t('day', { day })}</span>
            {!disabled && days.length > 1 && (
              <ActionIcon
                variant="subtle"
                size="sm"
                color="gray"
                aria-label={t('removeDay', { day })}
                onClick={() => onChange(days.filter((other) => other !== day))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Group align="flex-end" gap="xs">
          <TextInput
            id={fieldId('days')}
            label={t('addDay')}
            inputMode="numeric"
            w="9rem"
            value={typed}
            error={fault !== undefined || error !== undefined}
            aria-describedby="days-fault"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setFault(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || typed === '') return;
              event.preventDefault();
              add();
            }}
          />
          <Button variant="default" onClick={add} disabled={typed.trim() === ''}>
            {t('add')}
          </Button>
        </Group>
      )}
      <Text size="sm" c="var(--pf-bad)" id="days-fault" role="status">
        {fault ?? error}
      </Text>
    </Stack>
  );
}
