import { Group, Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Time } from '../../../web/ui/time.tsx';
import type { MessageView } from '../contract.ts';
import { AttemptList } from './attempt-list.tsx';
import styles from './mail.module.css';
import { MessageState } from './message-state.tsx';
import { mailPhrases } from './phrases.ts';

/** Mails to one person, each with its state in words and, on demand, every attempt with the server's answer. */
export function MessageTimeline({ messages }: { messages: MessageView[] }) {
  return (
    <ol className={styles.timeline}>
      {messages.map((message) => (
        <li key={message.id}>
          <OneMessage message={message} />
        </li>
      ))}
    </ol>
  );
}

function OneMessage({ message }: { message: MessageView }) {
  const t = usePhrases(mailPhrases);
  const count = message.attempts.length;
  return (
    <>
      <Group gap="xs" justify="space-between">
        <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: message.id }} fw={600}>
          {message.templateLabel}
        </LinkText>
        <Text size="sm" c="dimmed" component="span">
          <Time at={message.queuedAt} />
        </Text>
      </Group>
      <MessageState state={message.state} />
      <Text size="sm" mt={4}>
        {message.sentence}
      </Text>
      <Text size="sm" c="dimmed">
        <AddressText address={message.recipientAddress} />
      </Text>
      {count > 0 && (
        <details className={styles.more}>
          <summary>{count === 1 ? t('attemptOne') : t('attemptMany', { count })}</summary>
          <AttemptList attempts={message.attempts} />
        </details>
      )}
    </>
  );
}
