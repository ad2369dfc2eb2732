import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { tellProblem } from '../../../web/ui/tell.ts';
import { mailContract, type RetryView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';
import type { QueueSearch } from './queue-search.ts';

type Asked = { ids: string[] } | Omit<QueueSearch, 'cursor'>;

/** Tries many mails once more, and shows how many it were and why the others were not. */
export function useRetryMany() {
  const [result, setResult] = useState<RetryView>();
  const change = useChange(
    (asked: Asked) => api(mailContract.retryMessages, { body: asked }),
    (answer) => setResult(answer),
  );
  const run = (asked: Asked) => change.mutate(asked, { onError: (error) => tellProblem(error.problem) });
  return { run, isBusy: change.isPending, dialog: result && <RetryResult result={result} onClose={() => setResult(undefined)} /> };
}

function RetryResult({ result, onClose }: { result: RetryView; onClose: () => void }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const { retried, skipped, outcomes } = result;
  return (
    <Modal opened onClose={onClose} title={t('retryResult')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text>{retried === 1 ? t('retriedOne') : t('retriedMany', { count: format.number(retried) })}</Text>
      {skipped > 0 && <Text>{skipped === 1 ? t('skippedOne') : t('skippedMany', { count: format.number(skipped) })}</Text>}
      <ul>
        {outcomes.map(({ verdict, count, sentence, contactId }) => (
          <li key={verdict}>
            {format.number(count)}: {sentence}{' '}
            {contactId && verdict !== 'now' && verdict !== 'again' && (
              <LinkText to="/contacts/$contactId" params={{ contactId }} onClick={onClose}>
                {t('openContact')}
              </LinkText>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
