import { Button, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { mailContract, type QueueView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';

/** „Versand anhalten“; going on again stands in the notice that then appears. */
export function QueueSwitch({ queue }: { queue: QueueView }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const [isAsked, setAsked] = useState(false);
  const pause = useChange(
    () => api(mailContract.pauseQueue),
    () => {
      setAsked(false);
      tell(t('stoppedTitle'));
    },
  );
  if (!queue.allowed.includes('pause')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {t('pause')}
      </Button>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('pauseAsk')}
        verb={t('pause')}
        isBusy={pause.isPending}
        error={pause.error}
        onConfirm={() => pause.mutate(undefined)}
      >
        <Text>{t('pauseMeans')}</Text>
        <Text>{queue.waiting === 1 ? t('waitingOne') : t('waitingMany', { count: format.number(queue.waiting) })}</Text>
      </Confirm>
    </>
  );
}
