import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { undoable } from './tell.ts';

/** Says that something was done and offers to take it back for ten seconds. */
export function tellWithUndo({ message, undo, onUndo }: { message: string; undo: string; onUndo: () => void }): void {
  const passing = undoable();
  notifications.show({
    ...passing,
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          flex="none"
          ml="auto"
          variant="default"
          onClick={() => {
            notifications.hide(passing.id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </Group>
    ),
  });
}
