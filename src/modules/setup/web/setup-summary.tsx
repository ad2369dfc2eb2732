import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { setupPhrases } from './phrases.ts';
import { type SetupFields, type SetupStep, stepPhrases } from './setup-draft.ts';

type SetupSummaryProps = { values: SetupFields; onChange: (step: SetupStep) => void };

/** Third step: everything once more, each part with a way back. */
export function SetupSummary({ values, onChange }: SetupSummaryProps) {
  const t = usePhrases(setupPhrases);
  return (
    <Stack gap="lg">
      <Part step="company" onChange={onChange}>
        <Facts
          rows={[
            [t('workspace'), values.workspace],
            [t('language'), values.language === 'de' ? t('german') : t('english')],
            [t('addressForm'), values.addressForm === 'sie' ? t('sie') : t('du')],
            [t('timeZone'), values.timeZone.replaceAll('_', ' ')],
          ]}
        />
      </Part>
      <Part step="administrator" onChange={onChange}>
        <Facts
          rows={[
            [t('name'), values.name],
            [t('email'), values.email],
            [t('password'), t('passwordLength', { count: [...values.password].length })],
          ]}
        />
      </Part>
      <Text size="sm" c="dimmed">
        {t('afterwards')}
      </Text>
    </Stack>
  );
}

function Part({ step, onChange, children }: { step: SetupStep; onChange: (step: SetupStep) => void; children: ReactNode }) {
  const t = usePhrases(setupPhrases);
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={3}>{t(stepPhrases[step])}</Title>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('changeNamed', { step: t(stepPhrases[step]) })}
          onClick={() => onChange(step)}
        >
          {t('change')}
        </Button>
      </Group>
      {children}
    </section>
  );
}
