import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { closeButton } from './tell.ts';

/** Says that something was done and offers to take it back for ten seconds. */
export function tellWithUndo({ message, undo, onUndo }: { message: string; undo: string; onUndo: () => void }): void {
  const id = notifications.show({
    autoClose: 10_000,
    ...closeButton(),
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          flex="none"
          ml="auto"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </Group>
    ),
  });
}
