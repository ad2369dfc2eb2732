import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, useChange } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { useNow } from '../../../web/ui/time.tsx';
import { mailContract, type QueueView } from '../contract.ts';
import styles from './mail.module.css';
import type { MailSetting } from './mail-setting.ts';
import { mailPhrases } from './phrases.ts';
import { useTryNow } from './use-try-now.ts';

/** The page that the alarm stands on, if it is one that the alarm would lead to. */
type Place = 'queue' | 'settings';

const whileItRests = 10_000;

type SettingPause = NonNullable<MailSetting['pause']>;
type Stop = NonNullable<QueueView['stopped']>;

/**
 * The alarm while nothing leaves: somebody has stopped the queue, the transport as a whole does not work, or both. One box says since when, why, how many
 * mails wait, and what ends it.
 */
export function PauseNotice({ at }: { at?: Place }) {
  const { data: queue } = useQuery({
    ...reading(mailContract.getQueue),
    refetchInterval: ({ state: { data } }) => (data?.stopped || data?.transportPause ? whileItRests : false),
  });
  const { data: setting } = useQuery({
    ...reading(mailContract.getMailSettings),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (queue?.transportPause || data?.pause ? whileItRests : false),
  });
  const pause = setting?.pause;
  if (!queue) return null;
  if (queue.stopped) return <StopNotice queue={queue} stopped={queue.stopped} pause={pause ?? undefined} at={at} />;
  return pause ? <TransportNotice queue={queue} pause={pause} at={at} /> : null;
}

type StopProps = { queue: QueueView; stopped: Stop; pause: SettingPause | undefined; at: Place | undefined };

function StopNotice({ queue, stopped, pause, at }: StopProps) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const resume = useResume();
  return (
    <Notice tone={pause ? 'bad' : 'warn'} role="alert" title={t('stoppedTitle')}>
      <p>{stopped.sentence}</p>
      {pause && (
        <>
          <p>{t('pauseBeside', { since: format.dateTime(pause.since), cause: pause.cause })}</p>
          <ServerSaid answer={pause.answer} />
        </>
      )}
      <Waiting count={queue.waiting} withLink={at !== 'queue'} />
      <Group gap="md">
        {queue.allowed.includes('resume') && (
          <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
            {t('resume')}
          </Button>
        )}
        {pause && at !== 'settings' && <LinkText to="/settings/mail">{t('toSettings')}</LinkText>}
      </Group>
      {!queue.allowed.includes('resume') && <p>{t('resumeByAdministrator')}</p>}
    </Notice>
  );
}

type TransportProps = { queue: QueueView; pause: SettingPause; at: Place | undefined };

function TransportNotice({ queue, pause, at }: TransportProps) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const now = useNow();
  const tryNow = useTryNow();
  return (
    <Notice tone="bad" role="alert" title={t('pauseTitle', { since: format.dateTime(pause.since) })}>
      <p>{pause.cause}</p>
      <ServerSaid answer={pause.answer} />
      <p>
        {pause.ends} {t('pauseNext', { next: format.relative(pause.nextTryAt, now) })}
      </p>
      <Waiting count={queue.waiting} withLink={at !== 'queue'} />
      <Group gap="md">
        {queue.allowed.includes('try-now') && (
          <Button size="xs" variant="default" loading={tryNow.isBusy} onClick={tryNow.run}>
            {t('tryNow')}
          </Button>
        )}
        {at !== 'settings' && <LinkText to="/settings/mail">{t('toSettings')}</LinkText>}
      </Group>
    </Notice>
  );
}

function ServerSaid({ answer }: { answer: string | null }) {
  const t = usePhrases(mailPhrases);
  if (!answer) return null;
  return (
    <p>
      {t('serverSaid')} <code className={styles.answer}>{answer}</code>
    </p>
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
