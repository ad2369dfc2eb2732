import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { mailContract } from '../contract.ts';
import { mailPhrases } from './phrases.ts';

/** „Adresse freigeben“: says how many mails go on by that. */
export function useReleaseAddress() {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const change = useChange(
    (address: string) => api(mailContract.releaseAddress, { body: { address } }),
    ({ waiting }, address) => {
      if (waiting === 0) tell(t('releasedNone', { address }));
      else tell(waiting === 1 ? t('releasedOne', { address }) : t('releasedMany', { address, count: format.number(waiting) }));
    },
  );
  const run = (address: string) => change.mutate(address, { onError: (error) => tellProblem(error.problem) });
  return { run, isBusy: change.isPending };
}
