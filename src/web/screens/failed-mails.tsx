import { Group, Stack, Text } from '@mantine/core';
import { type MessageView, queueViews } from '../../modules/mail/contract.ts';
import { MessageState } from '../../modules/mail/web/message-state.tsx';
import { usePhrases } from '../language.ts';
import { LinkText } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { Time } from '../ui/time.tsx';
import { overviewPhrases } from './phrases.ts';

/** The newest mails that reached nobody, as far as nothing has made up for them since. */
export function FailedMails({ failed }: { failed: { items: MessageView[] } }) {
  const t = usePhrases(overviewPhrases);
  if (failed.items.length === 0) return null;
  return (
    <Section title={t('failedTitle')} note={t('failedNote')} id="failed-mails">
      <Stack gap="sm">
        {failed.items.map((message) => (
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
      <LinkText to="/settings/mail/queue" search={{ state: queueViews.failed.join() }} size="sm">
        {t('allFailed')}
      </LinkText>
    </Section>
  );
}
