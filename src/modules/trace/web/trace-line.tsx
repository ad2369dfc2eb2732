import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleX,
  IconClockHour4,
  IconClockX,
  IconEye,
  IconHandStop,
  IconInbox,
  IconKey,
  IconLogin2,
  IconMailOff,
  IconMailShare,
  IconPlayerPause,
  IconRefresh,
  IconRobot,
  IconSend,
  IconUser,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import type { Tone } from '../../../web/ui/state-badge.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import type { TraceItem } from '../contract.ts';
import { tracePhrases } from './phrases.ts';
import styles from './trace.module.css';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

/** How a step is meant: its word says it, icon and colour only help. */
const looks: Record<TraceItem['kind'], [icon: Icon, tone: Tone]> = {
  requested: [IconUser, 'calm'],
  queued: [IconInbox, 'calm'],
  attempt: [IconSend, 'warn'],
  accepted: [IconMailShare, 'good'],
  kept: [IconInbox, 'good'],
  delayed: [IconClockHour4, 'warn'],
  refused: [IconCircleX, 'bad'],
  bounced: [IconArrowBackUp, 'bad'],
  'given-up': [IconCircleX, 'bad'],
  withdrawn: [IconMailOff, 'calm'],
  held: [IconHandStop, 'warn'],
  waiting: [IconPlayerPause, 'wait'],
  retried: [IconRefresh, 'calm'],
  released: [IconCheck, 'calm'],
  'not-sent': [IconAlertTriangle, 'bad'],
  machine: [IconRobot, 'calm'],
  opened: [IconEye, 'wait'],
  superseded: [IconRefresh, 'calm'],
  expired: [IconClockX, 'warn'],
  'password-set': [IconKey, 'good'],
  'signed-in': [IconLogin2, 'good'],
};

/** One line of time, the oldest first: each step with its word, when it was, and what is known or presumed about it. */
export function TraceLine({ items }: { items: TraceItem[] }) {
  return (
    <ol className={styles.line}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added, and have no name of their own
        <Step key={index} item={item} />
      ))}
    </ol>
  );
}

function Step({ item }: { item: TraceItem }) {
  const t = usePhrases(tracePhrases);
  const [Icon, tone] = looks[item.kind];
  const word = t(item.kind);
  const rest = item.sentence.startsWith(word) ? item.sentence.slice(word.length) : undefined;
  return (
    <li className={styles.step} data-tone={tone} data-certainty={item.certainty}>
      <span className={styles.mark}>
        <Icon size={16} stroke={1.9} aria-hidden />
      </span>
      <div className={styles.words}>
        <p className={styles.sentence}>
          <strong>{word}</strong>
          {rest}
        </p>
        {rest === undefined && <p className={styles.sentence}>{item.sentence}</p>}
        <When at={item.at} />
        {item.detail && (
          <Text size="sm" c="dimmed" component="div" mt={2}>
            {t('serverSaid')} <code className={styles.answer}>{item.detail}</code>
          </Text>
        )}
      </div>
    </li>
  );
}

/** The exact time and the distance, both to be read: on a phone nothing has a title to hover. */
function When({ at }: { at: string | null }) {
  const t = usePhrases(tracePhrases);
  const format = useFormat();
  const now = useNow();
  return (
    <Text size="sm" c="dimmed">
      {at ? (
        <time dateTime={at}>
          {format.dateTime(at)} · {format.relative(at, now)}
        </time>
      ) : (
        t('now')
      )}
    </Text>
  );
}
