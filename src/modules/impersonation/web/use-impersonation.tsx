import { Menu } from '@mantine/core';
import { IconUserScan } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { ImpersonationDialog } from './impersonation-dialog.tsx';
import { impersonationPhrases } from './phrases.ts';

/** What is known of an access where the dialog is asked for. */
export type ImpersonatedAccess = { id: string; name: string; allowed: readonly string[] };

/** „Als Nutzer anmelden“: the menu entry, and the dialog behind it. */
export function useImpersonation(): { item: (access: ImpersonatedAccess) => ReactNode; dialog: ReactNode } {
  const t = usePhrases(impersonationPhrases);
  const [asked, setAsked] = useState<ImpersonatedAccess>();
  return {
    item: (access) =>
      access.allowed.includes('impersonate') && (
        <Menu.Item leftSection={<IconUserScan size={16} aria-hidden />} onClick={() => setAsked(access)}>
          {t('action')}
        </Menu.Item>
      ),
    dialog: asked && <ImpersonationDialog access={asked} onClose={() => setAsked(undefined)} />,
  };
}
