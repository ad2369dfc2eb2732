import { Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { useChange } from '../../../web/query.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { bulkContract } from '../bulk/contract.ts';
import type { AccessSelection } from './access-bulk.tsx';
import { bulkPhrases } from './bulk-phrases.ts';
import { BulkPlan } from './bulk-plan.tsx';

export type BulkKind = 'resend' | 'block' | 'unblock' | 'set-expiry';

type BulkDialogProps = { kind: BulkKind; selection: AccessSelection; onClose: () => void };

/** An act upon many accesses: what it needs, then who is affected and who is not, then how far it has come. */
export function BulkDialog({ kind, selection, onClose }: BulkDialogProps) {
  const t = usePhrases(bulkPhrases);
  const shell = usePhrases(shellPhrases);
  const [planId, setPlanId] = useState<string>();
  return (
    <Modal opened onClose={onClose} size="lg" title={t(`title-${kind}`)} closeButtonProps={{ 'aria-label': shell('close') }}>
      {planId ? (
        <BulkPlan planId={planId} onBack={() => setPlanId(undefined)} onClose={onClose} />
      ) : (
        <Order kind={kind} selection={selection} onPlanned={setPlanId} onClose={onClose} />
      )}
    </Modal>
  );
}

const idsOrFilter = (selection: AccessSelection) => ('ids' in selection ? { ids: selection.ids } : { query: selection.filter });

function Order({ kind, selection, onPlanned, onClose }: BulkDialogProps & { onPlanned: (planId: string) => void }) {
  const t = usePhrases(bulkPhrases);
  const shell = usePhrases(shellPhrases);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [days, setDays] = useState<number | ''>('');
  const chosen = { selection: idsOrFilter(selection) };
  const order = () => {
    if (kind === 'block') return { action: 'block', reason: reason.trim() || null, ...chosen } as const;
    if (kind === 'set-expiry') return { action: 'set-expiry', expiresOn: expiresOn || null, ...chosen } as const;
    if (kind === 'resend' && days !== '') return { action: 'resend-open-older-than', days, ...chosen } as const;
    return { action: kind, ...chosen } as const;
  };
  const plan = useChange(
    () => api(bulkContract.planBulk, { body: order() }),
    ({ id }) => onPlanned(id),
  );
  const count = 'ids' in selection ? selection.ids.length : selection.total;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate(undefined);
      }}
    >
      <Stack gap="md">
        {plan.error && (
          <Notice tone="bad" role="alert">
            <p>{plan.error.problem.errors?.[0]?.detail ?? plan.error.problem.detail}</p>
          </Notice>
        )}
        <Text fw={600}>{t('selected', { count: format.number(count) })}</Text>
        <Text size="sm">{t(`about-${kind}`)}</Text>
        {kind === 'resend' && <SendingNotice />}
        {kind === 'resend' && (
          <NumberInput
            label={t('older')}
            description={t('olderNote')}
            value={days}
            min={1}
            max={3660}
            allowDecimal={false}
            onChange={(value) => setDays(typeof value === 'number' ? value : '')}
            styles={{ wrapper: { maxWidth: 200 } }}
          />
        )}
        {kind === 'block' && (
          <Textarea
            label={t('reason')}
            description={t('reasonNote')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
          />
        )}
        {kind === 'set-expiry' && (
          <TextInput
            type="date"
            label={t('expiresOn')}
            value={expiresOn}
            min="2000-01-01"
            max="9999-12-31"
            onChange={(event) => setExpiresOn(event.currentTarget.value)}
            w={{ base: '100%', sm: 240 }}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button type="submit" loading={plan.isPending} data-autofocus>
            {t('preview')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
