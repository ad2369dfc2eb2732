import { Button } from '@mantine/core';
import { IconCalendar, IconLock, IconLockOpen, IconMailForward } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import type { AccessView } from '../contract.ts';
import type { AccessFilterQuery } from '../list/contract.ts';
import type { BulkKind } from './bulk-dialog.tsx';
import { bulkPhrases } from './bulk-phrases.ts';

/** Which accesses are selected: some of the page, or all that the list finds. `total`: how many these are, as far as the list knows. */
export type AccessSelection = { ids: string[]; accesses: AccessView[] } | { filter: AccessFilterQuery; total: number };

const icons = { resend: IconMailForward, block: IconLock, unblock: IconLockOpen, 'set-expiry': IconCalendar } as const satisfies Record<
  BulkKind,
  unknown
>;
const kinds = Object.keys(icons) as BulkKind[];

/** What is done to which accesses. */
export type BulkOrder = { kind: BulkKind; selection: AccessSelection };

/** What can be done with several accesses at once; each is previewed before anything happens, in a dialog that outlives the selection. */
export function AccessBulkActions({ selection, onAct }: { selection: AccessSelection; onAct: (order: BulkOrder) => void }) {
  const t = usePhrases(bulkPhrases);
  return kinds.map((kind) => {
    const Icon = icons[kind];
    return (
      <Button
        key={kind}
        size="xs"
        variant="default"
        leftSection={<Icon size={15} aria-hidden />}
        onClick={() => onAct({ kind, selection })}
      >
        {t(kind)}
      </Button>
    );
  });
}
