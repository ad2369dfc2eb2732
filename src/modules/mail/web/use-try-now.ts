import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell, tellAtLength, tellProblem } from '../../../web/ui/tell.ts';
import { mailContract } from '../contract.ts';
import { mailPhrases } from './phrases.ts';
import { type Look, type TryEnding, tryEndingOf } from './try-ending.ts';

const between = 400;
const longest = 25_000;

/** „Jetzt versuchen“: asks for the one try, waits for how it ends, and says so. */
export function useTryNow() {
  const t = usePhrases(mailPhrases);
  const change = useChange(tryAndSee, (found) => {
    if (found.ended === 'works') tell(t('tryWorks'));
    else if (found.ended === 'fails') tellAtLength(t('tryFails', { cause: found.cause }));
    else tellAtLength(t('tryOpen'));
  });
  return {
    run: () => change.mutate(undefined, { onError: (error) => tellProblem(error.problem) }),
    isBusy: change.isPending,
  };
}

async function tryAndSee(): Promise<TryEnding> {
  const { transportPause } = await api(mailContract.tryTransport);
  const looks: Look[] = [];
  let found: TryEnding = { ended: 'not-yet' };
  for (let at = between; transportPause && found.ended === 'not-yet' && at <= longest; at += between) {
    await new Promise((resolve) => setTimeout(resolve, between));
    const { pause } = await api(mailContract.getMailSettings);
    looks.push({ at, pause });
    found = tryEndingOf(transportPause.nextTryAt, looks);
  }
  return transportPause ? found : { ended: 'works' };
}
