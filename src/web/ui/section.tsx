import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type SectionProps = { title: string; note?: ReactNode; aside?: ReactNode; id?: string; children: ReactNode };

/** A titled card. */
export function Section({ title, note, aside, id, children }: SectionProps) {
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} aria-labelledby={id ? `${id}-title` : undefined} id={id}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} id={id ? `${id}-title` : undefined}>
              {title}
            </Title>
            {note && (
              <Text size="sm" c="dimmed" component="div" mt={2}>
                {note}
              </Text>
            )}
          </div>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
