import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { type ContactView, contactContract } from '../contract.ts';
import { contactPhrases } from './phrases.ts';

/** Why no link can be sent to this person at the moment, in a short sentence, and where that is mended. */
export type SendObstacle = { sentence: string; remedy: { path: string; label: string } | undefined };

/** For as many people as one likes: what stands in the way of all of them is asked for once. */
export function useSendObstacle(): (contact: ContactView) => SendObstacle | undefined {
  const t = usePhrases(contactPhrases);
  const offer = useRead(contactContract.getAccessForm).data?.sendPasswordLink;
  return ({ accesses, email }) => {
    if (offer && !offer.offered) {
      const { reason, sentence, remedyPath: path, remedyLabel } = offer;
      const short = reason === 'template-inactive' ? t('obstacleTemplate') : reason === 'no-transport' ? t('obstacleTransport') : sentence;
      return { sentence: short ?? '', remedy: path ? { path, label: remedyLabel ?? path } : undefined };
    }
    const shut = accesses.length > 0 && accesses.every(({ reason }) => reason === 'blocked' || reason === 'expired');
    if (shut) return { sentence: accesses[0]?.sentence ?? '', remedy: undefined };
    return email ? undefined : { sentence: t('addressMissing'), remedy: undefined };
  };
}
