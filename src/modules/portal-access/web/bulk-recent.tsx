import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { reading } from '../../../web/query.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import { type BulkPlanView, bulkContract } from '../bulk/contract.ts';
import { bulkPhrases } from './bulk-phrases.ts';
import { BulkPlan, progressOf } from './bulk-plan.tsx';

const shownFor = 15 * 60_000;
const isAtWork = ({ finishedAt }: BulkPlanView): boolean => finishedAt === null;

/** The newest act upon many accesses, while it is under way and for a while afterwards: whoever has left finds it again here. */
export function BulkRecent() {
  const t = usePhrases(bulkPhrases);
  const shell = usePhrases(shellPhrases);
  const format = useFormat();
  const now = useNow();
  const [seen, setSeen] = useState<string>();
  const [open, setOpen] = useState<string>();
  const plans = useQuery({
    ...reading(bulkContract.listBulkPlans),
    refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? 2_000 : false),
  });
  const [newest] = plans.data?.items ?? [];
  const isFresh = newest && (isAtWork(newest) || now - Date.parse(newest.finishedAt ?? '') < shownFor);
  const title = newest && t(`title-${newest.action}`);
  return (
    <>
      {newest && title && isFresh && seen !== newest.id && (
        <Notice tone={newest.counts.failed > 0 ? 'warn' : isAtWork(newest) ? 'wait' : 'good'} onClose={() => setSeen(newest.id)}>
          <Group gap="sm" justify="space-between">
            <span>
              {isAtWork(newest)
                ? t('running', { title, done: format.number(progressOf(newest).done), all: format.number(progressOf(newest).all) })
                : t('finished', { title })}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => setOpen(newest.id)}>
              {t('see')}
            </Button>
          </Group>
        </Notice>
      )}
      {open && newest && (
        <Modal
          opened
          onClose={() => setOpen(undefined)}
          size="lg"
          title={t(`title-${newest.action}`)}
          closeButtonProps={{ 'aria-label': shell('close') }}
        >
          <BulkPlan planId={open} onClose={() => setOpen(undefined)} />
        </Modal>
      )}
    </>
  );
}
