import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import type { ListPage } from '../../../web/ui/list-view.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { StateBadge, type Tone } from '../../../web/ui/state-badge.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type BounceView, bounceContract } from '../contract.ts';
import styles from './bounce.module.css';
import { bouncePhrases } from './phrases.ts';

const [few, most] = [10, 200];

const choices = ['all', 'matched', 'unmatched'] as const;
type Choice = (typeof choices)[number];
const queryOf: Record<Choice, { matched?: 'true' | 'false' }> = { all: {}, matched: { matched: 'true' }, unmatched: { matched: 'false' } };

/** What came back last, matched to its mail or not. */
export function BounceList() {
  const t = usePhrases(bouncePhrases);
  const [limit, setLimit] = useState(few);
  const [choice, setChoice] = useState<Choice>('all');
  const bounces = useReadList(bounceContract.listBounces, { query: { limit, ...queryOf[choice] } });
  return (
    <>
      <SegmentedControl
        aria-label={t('filter')}
        value={choice}
        onChange={(chosen) => setChoice(choices.find((one) => one === chosen) ?? 'all')}
        data={choices.map((value) => ({ value, label: t(value) }))}
        style={{ alignSelf: 'start', maxWidth: '100%' }}
      />
      {choice === 'unmatched' && (
        <Text size="sm" c="dimmed">
          {t('keptNote')}
        </Text>
      )}
      <Loaded query={bounces} lines={3}>
        {(page) =>
          page.items.length === 0 ? (
            <Text c="dimmed">{t(choice === 'all' ? 'empty' : 'emptyFiltered')}</Text>
          ) : (
            <Bounces page={page} onMore={limit < most ? () => setLimit(most) : undefined} />
          )
        }
      </Loaded>
    </>
  );
}

function Bounces({ page, onMore }: { page: ListPage<BounceView>; onMore: (() => void) | undefined }) {
  const t = usePhrases(bouncePhrases);
  const format = useFormat();
  const { items, total, totalIsEstimate, nextCursor } = page;
  return (
    <>
      <ul className={styles.list} aria-label={t('list')}>
        {items.map((bounce) => (
          <BounceItem key={bounce.id} bounce={bounce} />
        ))}
      </ul>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {total === 1 ? t('totalOne') : t('totalMany', { count: format.total(total, totalIsEstimate) })}
        </Text>
        {nextCursor && onMore && (
          <Button variant="default" size="compact-sm" onClick={onMore}>
            {t('more')}
          </Button>
        )}
      </Group>
    </>
  );
}

type Word = 'permanent' | 'temporary' | 'unmatched' | 'withoutEffect';
const tones: Record<Word, Tone> = { permanent: 'bad', temporary: 'warn', unmatched: 'calm', withoutEffect: 'calm' };

const wordOf = ({ messageId, kind, outcome }: BounceView): Word =>
  outcome === 'no-failure' ? 'withoutEffect' : messageId && kind ? kind : 'unmatched';

function BounceItem({ bounce }: { bounce: BounceView }) {
  const t = usePhrases(bouncePhrases);
  const { messageId, recipientAddress, subject, status, answer } = bounce;
  const word = wordOf(bounce);
  return (
    <li>
      <div className={styles.head}>
        <StateBadge tone={tones[word]}>{t(word)}</StateBadge>
        <Text fw={600} span className={styles.address}>
          {recipientAddress ?? (subject || t('noSubject'))}
        </Text>
        <Text size="sm" c="dimmed" span>
          <Time at={bounce.receivedAt} />, {t(bounce.way)}
        </Text>
      </div>
      <Text size="sm">
        {bounce.sentence}{' '}
        {messageId && (
          <LinkText to="/settings/mail/messages/$messageId" params={{ messageId }} size="sm" underline="always">
            {t('toMessage')}
          </LinkText>
        )}
      </Text>
      {recipientAddress && (
        <Text size="sm" c="dimmed">
          {subject || t('noSubject')}
        </Text>
      )}
      {(answer || status) && (
        <code className={styles.answer}>{[answer?.includes(status ?? '') ? '' : status, answer].filter(Boolean).join(' ')}</code>
      )}
    </li>
  );
}
