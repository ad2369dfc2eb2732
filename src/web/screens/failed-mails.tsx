import { Group, Stack, Text } from '@mantine/core';
import type { MessageView } from '../../modules/mail/contract.ts';
import { MessageState } from '../../modules/mail/web/message-state.tsx';
import { usePhrases } from '../language.ts';
import { LinkText } from '../ui/link.tsx';
import type { ListPage } from '../ui/list-view.tsx';
import { Section } from '../ui/section.tsx';
import { Time } from '../ui/time.tsx';
import { overviewPhrases } from './phrases.ts';

type Messages = ListPage<MessageView>;

/** The newest mails that reached nobody. */
export function FailedMails({ refused, givenUp }: { refused: Messages; givenUp: Messages }) {
  const t = usePhrases(overviewPhrases);
  const newest = [...refused.items, ...givenUp.items].sort((one, other) => other.queuedAt.localeCompare(one.queuedAt)).slice(0, 5);
  if (newest.length === 0) return null;
  return (
    <Section title={t('failedTitle')} note={t('failedNote')} id="failed-mails">
      <Stack gap="sm">
        {newest.map((message) => (
          <div key={message.id} data-row>
            <Group gap="xs" justify="space-between">
              <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: message.id }} fw={600} data-row-link>
                {message.recipientName} · {message.templateLabel}
              </LinkText>
              <Text size="sm" c="dimmed" component="span">
                <Time at={message.queuedAt} />
              </Text>
            </Group>
            <Group gap="xs">
              <MessageState state={message.state} />
              <Text size="sm">{message.sentence}</Text>
            </Group>
          </div>
        ))}
      </Stack>
      <Group gap="md">
        {refused.items.length > 0 && (
          <LinkText to="/settings/mail/queue" search={{ state: 'refused' }} size="sm">
            {t('allRefused')}
          </LinkText>
        )}
        {givenUp.items.length > 0 && (
          <LinkText to="/settings/mail/queue" search={{ state: 'given-up' }} size="sm">
            {t('allGivenUp')}
          </LinkText>
        )}
      </Group>
    </Section>
  );
}
