import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { layerId } from './layer.ts';

/** The three-dot menu of a row or a page. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const t = usePhrases(shellPhrases);
  return (
    <Menu portalProps={{ target: `#${layerId}` }}>
      <Menu.Target>
        <ActionIcon variant="subtle" c="inherit" size="lg" aria-label={t('moreActions', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
