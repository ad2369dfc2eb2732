import { Button, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { RemedyLink } from '../../../web/ui/remedy-link.tsx';
import type { SendObstacle } from './use-send-obstacle.ts';

type SendButtonProps = {
  label: string;
  obstacle: SendObstacle | undefined;
  isBusy?: boolean;
  variant?: 'filled' | 'default';
  onClick: () => void;
};

/** On a phone a long label takes two lines instead of leaving the page. */
const wrapping = { h: 'auto', mih: 36, py: 6, maw: '100%', styles: { label: { whiteSpace: 'normal', lineHeight: 1.3 } } } as const;

/** A button that sends something. While that is not possible it stays where it is, does nothing, and says why and where that is mended. */
export function SendButton({ label, obstacle, isBusy = false, variant = 'filled', onClick }: SendButtonProps) {
  const why = useId();
  if (!obstacle) {
    return (
      <Button {...wrapping} onClick={onClick} loading={isBusy} variant={variant}>
        {label}
      </Button>
    );
  }
  return (
    <Stack gap={4} align="flex-start" maw="min(22rem, 100%)">
      <Button
        {...wrapping}
        data-disabled
        aria-disabled
        aria-describedby={why}
        variant={variant}
        onClick={(event) => event.preventDefault()}
      >
        {label}
      </Button>
      <Text size="sm" id={why}>
        {obstacle.sentence} {obstacle.remedy && <RemedyLink path={obstacle.remedy.path} label={obstacle.remedy.label} />}
      </Text>
    </Stack>
  );
}
