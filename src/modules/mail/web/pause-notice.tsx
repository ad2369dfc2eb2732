import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, useChange } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { useNow } from '../../../web/ui/time.tsx';
import { mailContract, type QueueView } from '../contract.ts';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';

/** The page that the alarm stands on, if it is one that the alarm would lead to. */
type Place = 'queue' | 'settings';

const whileItRests = 10_000;

/**
 * The alarm while nothing leaves: somebody has stopped the queue, or the transport as a whole does not work. Each says since when, why, how many mails
 * wait, and what ends it.
 */
export function PauseNotice({ at }: { at?: Place }) {
  const { data } = useQuery({
    ...reading(mailContract.getQueue),
    refetchInterval: ({ state: { data } }) => (data?.stopped || data?.transportPause ? whileItRests : false),
  });
  if (!data) return null;
  return (
    <>
      {data.stopped && <StopNotice queue={data} stopped={data.stopped} at={at} />}
      {data.transportPause && <TransportNotice queue={data} pause={data.transportPause} at={at} />}
    </>
  );
}

type StopProps = { queue: QueueView; stopped: NonNullable<QueueView['stopped']>; at: Place | undefined };

function StopNotice({ queue, stopped, at }: StopProps) {
  const t = usePhrases(mailPhrases);
  const resume = useResume();
  return (
    <Notice tone="warn" role="alert" title={t('stoppedTitle')}>
      <p>{stopped.sentence}</p>
      <Waiting count={queue.waiting} withLink={at !== 'queue'} />
      {queue.allowed.includes('resume') ? (
        <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
          {t('resume')}
        </Button>
      ) : (
        <p>{t('resumeByAdministrator')}</p>
      )}
    </Notice>
  );
}

type TransportProps = { queue: QueueView; pause: NonNullable<QueueView['transportPause']>; at: Place | undefined };

function TransportNotice({ queue, pause, at }: TransportProps) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const now = useNow();
  const tryNow = useChange(
    () => api(mailContract.tryTransport),
    () => tell(t('tryingNow')),
  );
  return (
    <Notice tone="bad" role="alert" title={t('pauseTitle')}>
      <p>{pause.sentence}</p>
      {pause.answer && (
        <p>
          {t('serverSaid')} <code className={styles.answer}>{pause.answer}</code>
        </p>
      )}
      <p>{t('pauseSince', { since: format.dateTime(pause.since), next: format.relative(pause.nextTryAt, now) })}</p>
      <p>{t('pauseSafe')}</p>
      <Waiting count={queue.waiting} withLink={at !== 'queue'} />
      <Group gap="md">
        {queue.allowed.includes('try-now') && (
          <Button
            size="xs"
            variant="default"
            loading={tryNow.isPending}
            onClick={() => tryNow.mutate(undefined, { onError: (error) => tellProblem(error.problem) })}
          >
            {t('tryNow')}
          </Button>
        )}
        {at !== 'settings' && <LinkText to="/settings/mail">{t('toSettings')}</LinkText>}
      </Group>
    </Notice>
  );
}

function Waiting({ count, withLink }: { count: number; withLink: boolean }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const words = count === 1 ? t('waitingOne') : t('waitingMany', { count: format.number(count) });
  return (
    <p>
      {words} {withLink && <LinkText to="/settings/mail/queue">{t('toQueue')}</LinkText>}
    </p>
  );
}

export const useResume = () => {
  const t = usePhrases(mailPhrases);
  return useChange(
    () => api(mailContract.resumeQueue),
    () => tell(t('resumed')),
  );
};
