import { Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { useEventWords } from '../../audit/web/event-words.ts';
import { MessageState } from '../../mail/web/message-state.tsx';
import { assignmentContract, type TimelineItem } from '../assignment/contract.ts';
import styles from './access-page.module.css';
import { accessPagePhrases } from './access-page-phrases.ts';

/** What happened to an access, with every mail and what became of it. */
export function AccessTimeline({ accessId }: { accessId: string }) {
  const t = usePhrases(accessPagePhrases);
  const timeline = useRead(assignmentContract.getAccessTimeline, { params: { accessId } });
  return (
    <Section title={t('timeline')} note={t('timelineNote')} id="access-timeline">
      <Loaded query={timeline} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('timelineNone')}</Text>
          ) : (
            <ul className={styles.timeline}>
              {items.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two events of one transaction have nothing else to tell them apart
                <Item key={`${item.at} ${item.name} ${index}`} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Item({ item: { at, name, actor, mail } }: { item: TimelineItem }) {
  const t = usePhrases(accessPagePhrases);
  const words = useEventWords();
  return (
    <li>
      <div className={styles.who}>
        {mail ? (
          <>
            <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mail.id }} size="sm">
              {t('mailTo', { label: name })}
            </LinkText>{' '}
            <MessageState state={mail.state} />
          </>
        ) : (
          <Text size="sm" span>
            {words.event(name)}
          </Text>
        )}
        {actor && (
          <Text size="xs" c="dimmed">
            {actor.name ?? t(`by-${actor.kind}`)}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" component="span">
        <Time at={at} />
      </Text>
    </li>
  );
}
