import { Menu, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

type RemoveItemProps = {
  label: string;
  /** Why it is not possible, in the server's words; then the entry stands there and does nothing. */
  reason: string | undefined;
  onRemove: () => void;
};

/** „Löschen“, last in a menu and apart. Where it is not possible it stays, so that nobody looks for it, and says why; the arrow keys reach it all the same. */
export function RemoveItem({ label, reason, onRemove }: RemoveItemProps) {
  const icon = <IconTrash size={16} aria-hidden />;
  if (reason === undefined) {
    return (
      <Menu.Item c="var(--mantine-color-error)" leftSection={icon} onClick={onRemove}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item c="dimmed" leftSection={icon} aria-disabled closeMenuOnClick={false} maw={320}>
      {label}
      <Text size="xs" c="dimmed" span display="block">
        {reason}
      </Text>
    </Menu.Item>
  );
}
