import { Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { Copyable } from '../../../web/ui/copyable.tsx';
import { StateBadge, type Tone } from '../../../web/ui/state-badge.tsx';
import { Time } from '../../../web/ui/time.tsx';
import type { DomainRecordView, DomainState } from '../contract.ts';
import styles from './domain.module.css';
import { domainPhrases } from './phrases.ts';

const tones: Record<DomainState, Tone> = { ok: 'good', warning: 'warn', problem: 'bad', unknown: 'calm' };

/** One kind of record: its state in word and icon, the reason, what is there, what to publish. */
export function DomainRecord({ record }: { record: DomainRecordView }) {
  const t = usePhrases(domainPhrases);
  const { label, state, sentence, notes, lastKnown, publish } = record;
  return (
    <li>
      <div className={styles.head}>
        <h3>{label}</h3>
        <StateBadge tone={tones[state]}>{t(state)}</StateBadge>
      </div>
      <Text>{sentence}</Text>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {lastKnown && (
        <Text size="sm" c="dimmed">
          {t('lastKnown', { state: t(lastKnown.state) })} <Time at={lastKnown.at} />
        </Text>
      )}
      {publish.map((proposal) => (
        <Proposal key={proposal.name} proposal={proposal} record={label} />
      ))}
      <Found found={record.found} />
    </li>
  );
}

function Proposal({
  proposal: { name, type, value, replaces },
  record,
}: {
  proposal: DomainRecordView['publish'][number];
  record: string;
}) {
  const t = usePhrases(domainPhrases);
  const title = replaces.length > 1 ? 'publishInsteadMany' : replaces.length === 1 ? 'publishInstead' : 'publish';
  return (
    <div className={styles.proposal}>
      <Text size="sm" fw={600}>
        {t(title, { count: replaces.length })}
      </Text>
      <dl>
        <div>
          <dt>{t('name')}</dt>
          <dd>
            <Copyable value={name} name={t('copyName', { record })} />
          </dd>
        </div>
        <div>
          <dt>{t('type')}</dt>
          <dd>{type}</dd>
        </div>
        <div>
          <dt>{t('value')}</dt>
          <dd>{value === null ? t('valueFromProvider') : <Copyable value={value} name={t('copyValue', { record })} />}</dd>
        </div>
      </dl>
    </div>
  );
}

function Found({ found }: { found: string[] }) {
  const t = usePhrases(domainPhrases);
  if (found.length === 0) return null;
  return (
    <details className={styles.found}>
      <summary>{found.length === 1 ? t('found') : t('foundCount', { count: found.length })}</summary>
      {found.map((text) => (
        <code key={text}>{text}</code>
      ))}
    </details>
  );
}
