import { Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import type { MessageView } from '../contract.ts';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';
import { settingPhrases } from './setting-phrases.ts';

type Attempt = MessageView['attempts'][number];
const ways = ['smtp', 'sendmail', 'mail', 'test-mailbox'] as const;
const outcomes = ['accepted', 'deferred', 'refused', 'unknown', 'transport-failed'] as const;

/** Each try to hand a mail over: when, to which server, with what result, and what the server answered. */
export function AttemptList({ attempts }: { attempts: Attempt[] }) {
  const t = usePhrases(mailPhrases);
  if (attempts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noAttempts')}
      </Text>
    );
  }
  return (
    <ol className={styles.attempts}>
      {attempts.map((attempt) => (
        <li key={attempt.number}>
          <OneAttempt attempt={attempt} />
        </li>
      ))}
    </ol>
  );
}

function OneAttempt({ attempt }: { attempt: Attempt }) {
  const t = usePhrases(mailPhrases);
  const tell = usePhrases(settingPhrases);
  const format = useFormat();
  const known = outcomes.find((outcome) => outcome === attempt.outcome);
  const result = known ? t(`outcome-${known}`) : attempt.endedAt ? (attempt.outcome ?? '') : t('running');
  const way = ways.find((way) => way === attempt.transport);
  const via = [way ? tell(way) : attempt.transport, attempt.host, attempt.tls].filter(Boolean).join(', ');
  const answer = answerOf(attempt);
  return (
    <>
      <Text size="sm">
        <time dateTime={attempt.startedAt}>{format.dateTime(attempt.startedAt)}</time> · {result} · {via}
      </Text>
      {answer && (
        <Text size="sm" c="dimmed" component="div">
          {t('serverSaid')} <code className={styles.answer}>{answer}</code>
        </Text>
      )}
    </>
  );
}

/** The server's words; the codes are put before them only where the words do not begin with them. */
function answerOf({ code, enhancedCode, answer }: Attempt): string {
  if (!answer) return [code, enhancedCode].filter(Boolean).join(' ');
  return code && !answer.startsWith(String(code)) ? `${code} ${answer}` : answer;
}
