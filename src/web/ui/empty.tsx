import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
type EmptyProps = {
  icon: Icon;
  title: string;
  body: ReactNode;
  action?: ReactNode;
  /** The heading's rank; 1 where this is all there is on the page. */
  order?: 1 | 2;
};

/** Says what appears here, why it is empty, and gives one action. */
export function Empty({ icon: Icon, title, body, action, order = 2 }: EmptyProps) {
  return (
    <Paper px="md" py={48}>
      <Center>
        <Stack align="center" gap="xs" maw={460} ta="center">
          <Icon size={36} stroke={1.4} aria-hidden />
          <Title order={order}>{title}</Title>
          <Text c="dimmed" component="div">
            {body}
          </Text>
          {action && <div style={{ marginTop: '0.5rem' }}>{action}</div>}
        </Stack>
      </Center>
    </Paper>
  );
}

/** There are records, but none for this search. */
export function NoMatch({ onReset }: { onReset: () => void }) {
  const t = usePhrases(shellPhrases);
  return (
    <Empty
      icon={IconSearchOff}
      title={t('noMatchTitle')}
      body={t('noMatchBody')}
      action={
        <Button variant="default" onClick={onReset}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
