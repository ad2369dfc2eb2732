import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ProblemError } from '../api.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { Notice } from './notice.tsx';

type ConfirmProps = {
  opened: boolean;
  onClose: () => void;
  /** The action with the name of what it acts on. */
  title: string;
  /** The verb again. */
  verb: string;
  /** What will happen, in numbers where there are any. */
  children: ReactNode;
  isDanger?: boolean;
  isBusy?: boolean;
  isPossible?: boolean;
  error?: ProblemError | null;
  onConfirm: () => void;
};

/** Asks before something that cannot be undone. A second click on the verb while the first is on its way does nothing. */
export function Confirm({
  opened,
  onClose,
  title,
  verb,
  children,
  isDanger = false,
  isBusy = false,
  isPossible = true,
  error,
  onConfirm,
}: ConfirmProps) {
  const t = usePhrases(shellPhrases);
  const isSent = useRef(false);

  useEffect(() => {
    if (!isBusy) isSent.current = false;
  }, [isBusy]);

  const confirm = () => {
    if (isSent.current) return;
    isSent.current = true;
    onConfirm();
  };

  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        {error && (
          <Notice tone="bad" role="alert">
            <p>{error.problem.detail}</p>
          </Notice>
        )}
        <div>{children}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={isDanger || undefined}>
            {t('cancel')}
          </Button>
          {isPossible && (
            <Button {...(isDanger && { color: 'red.9' })} loading={isBusy} onClick={confirm} data-autofocus={!isDanger || undefined}>
              {verb}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
